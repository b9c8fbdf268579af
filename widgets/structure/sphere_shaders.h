#pragma once

#include <QByteArray>

namespace vitrine::widgets {

/// GLSL 3.30: every sphere is a square turned to the viewer, on which the rays that meet the sphere
/// are found one by one, with the true depth of its surface (impostors; M. Tarini, P. Cignoni and
/// C. Montani, IEEE Trans. Vis. Comput. Graph. 12, 1237 (2006)).
QByteArray sphereVertexShader();
QByteArray sphereFragmentShader();

}  // namespace vitrine::widgets
