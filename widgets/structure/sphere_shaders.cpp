#include "widgets/structure/sphere_shaders.h"

#include "widgets/structure/sphere_look.h"

namespace vitrine::widgets {

namespace {

QByteArray vector(const float (&v)[3]) {
  return "vec3(" + QByteArray::number(v[0], 'f', 6) + ", " + QByteArray::number(v[1], 'f', 6) +
         ", " + QByteArray::number(v[2], 'f', 6) + ")";
}

QByteArray constant(const char* name, float value) {
  return QByteArray("const float ") + name + " = " + QByteArray::number(value, 'f', 6) + ";\n";
}

}  // namespace

QByteArray sphereVertexShader() {
  return R"(#version 330 core
layout(location = 0) in vec2 corner;      // -1 or 1
layout(location = 1) in vec4 sphere;      // place and radius, in Angstrom
layout(location = 2) in vec4 colour;      // alpha: ringed

uniform mat3 axes;                        // to the coordinates of the viewer
uniform vec3 centre;
uniform float halfHeight;
uniform float aspect;
uniform float viewDistance;               // 0: parallel rays
uniform vec4 slice;                       // normal; w unused
uniform vec2 sliceRange;

flat out vec3 middle;
flat out float radius;
flat out vec4 tint;
out vec3 onSquare;

void main() {
  float height = dot(slice.xyz, sphere.xyz);
  middle = axes * (sphere.xyz - centre);
  radius = sphere.w;
  tint = colour;
  float away = viewDistance - middle.z;
  bool hidden = height < sliceRange.x || height > sliceRange.y ||
                (viewDistance > 0.0 && away <= radius);
  if (hidden) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    onSquare = vec3(0.0);
    return;
  }
  if (viewDistance > 0.0) {
    // The square stands across the ray to the sphere's centre, as large as the cone about it.
    vec3 eye = vec3(0.0, 0.0, viewDistance);
    vec3 ray = middle - eye;
    float far = length(ray);
    vec3 towards = ray / far;
    vec3 right = normalize(cross(towards, vec3(0.0, 1.0, 0.0)));
    vec3 up = cross(right, towards);
    float side = radius * far / sqrt(far * far - radius * radius);
    onSquare = middle + side * (corner.x * right + corner.y * up);
  } else {
    onSquare = middle + radius * vec3(corner, 0.0);
  }
  float w = viewDistance > 0.0 ? (viewDistance - onSquare.z) / viewDistance : 1.0;
  gl_Position = vec4(onSquare.x / (halfHeight * aspect), onSquare.y / halfHeight, 0.0, w);
}
)";
}

QByteArray sphereFragmentShader() {
  using namespace sphere_light;
  return QByteArray("#version 330 core\n") + "const vec3 light = " + vector(kLight) +
         ";\nconst vec3 glossAt = " + vector(kGlossAt) + ";\n" + constant("ambient", kAmbient) +
         constant("diffuse", kDiffuse) + constant("glossiness", kGloss) +
         constant("rimBelow", kRimBelow) + constant("fade", kFade) + R"(
uniform float viewDistance;
uniform float sceneMiddle;                // nearness of the scene's middle
uniform float sceneRadius;
uniform vec3 ground;
uniform vec3 rim;

flat in vec3 middle;
flat in float radius;
flat in vec4 tint;
in vec3 onSquare;
out vec4 pixel;

void main() {
  vec3 from = viewDistance > 0.0 ? vec3(0.0, 0.0, viewDistance)
                                 : vec3(onSquare.xy, sceneMiddle + 2.0 * sceneRadius);
  vec3 ray = viewDistance > 0.0 ? normalize(onSquare - from) : vec3(0.0, 0.0, -1.0);
  // |from + t ray - middle| = radius
  vec3 offset = from - middle;
  float b = dot(offset, ray);
  vec3 across = offset - b * ray;
  float rest = radius * radius - dot(across, across);
  if (rest < 0.0)
    discard;
  vec3 hit = from + (-b - sqrt(rest)) * ray;
  vec3 normal = (hit - middle) / radius;
  float shade = ambient + diffuse * max(0.0, dot(normal, light));
  float gloss = pow(max(0.0, dot(normal, glossAt)), 32.0);
  vec3 lit = shade * tint.rgb + glossiness * gloss;
  if (tint.a > 0.5 && normal.z < rimBelow)
    lit = rim;
  float depth = clamp((sceneMiddle + sceneRadius - hit.z) / (2.0 * sceneRadius), 0.0, 1.0);
  pixel = vec4(mix(lit, ground, fade * depth * depth), 1.0);
  // A viewer inside of the scene still tells depths apart.
  gl_FragDepth = clamp((sceneMiddle + sceneRadius - hit.z) / (2.0 * sceneRadius), 0.0, 1.0);
}
)";
}

}  // namespace vitrine::widgets
