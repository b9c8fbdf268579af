"""Writes ccgan_reference.safetensors: a small network of the paper's layers with random weights, and
what PyTorch makes of it. Run with PyTorch 1.13: python3 ccgan_reference.py"""
import json
import pathlib
import struct

import torch
from torch import nn

torch.manual_seed(20250729)
NOISE, ELEMENTS, MAPS = 4, 3, 5
CHANNELS = [5, 7, 3, 4, 2, 1]
KERNELS, STRIDES, PADDINGS = [5, 5, 5, 7, 15], [3, 3, 3, 5, 7], [0, 0, 0, 1, 5]

linear = nn.Linear(NOISE + ELEMENTS, CHANNELS[0] * 3)
convolutions = [nn.ConvTranspose1d(CHANNELS[i], CHANNELS[i + 1], KERNELS[i], STRIDES[i], PADDINGS[i])
                for i in range(5)]
normalisations = [nn.BatchNorm1d(channels) for channels in CHANNELS[1:5]]
for layer in normalisations:
    nn.init.uniform_(layer.weight, 0.5, 1.5)
    nn.init.normal_(layer.bias, 0, 0.3)
    layer.running_mean.normal_(0, 0.3)
    layer.running_var.uniform_(0.2, 2)
    layer.eval()
for layer in convolutions:
    nn.init.normal_(layer.weight, 0, 0.7)

tensors = {"linear.weight": linear.weight, "linear.bias": linear.bias}
for i, layer in enumerate(convolutions, 1):
    tensors[f"convolution{i}.weight"] = layer.weight
    tensors[f"convolution{i}.bias"] = layer.bias
for i, layer in enumerate(normalisations, 1):
    for part in ("weight", "bias", "running_mean", "running_var"):
        tensors[f"normalisation{i}.{part}"] = getattr(layer, part)

noise = torch.randn(MAPS, NOISE)
fractions = torch.rand(MAPS, ELEMENTS)
fractions /= fractions.sum(1, keepdim=True)
lengths = [3]
with torch.no_grad():
    x = linear(torch.cat([noise, fractions], 1)).view(MAPS, CHANNELS[0], 3)
    for i in range(5):
        x = convolutions[i](x)
        lengths.append(x.shape[2])
        if i < 4:
            x = torch.relu(normalisations[i](x))
    patterns = 100 * torch.sigmoid(x).squeeze(1)
assert lengths == [3, 11, 35, 107, 535, 3743], lengths
tensors |= {"noise": noise, "fractions": fractions, "patterns": patterns}

header, data = {"__metadata__": {"torch": torch.__version__}}, b""
for name, tensor in tensors.items():
    tensor = tensor.detach().contiguous()
    part = tensor.numpy().astype("<f4").tobytes()
    header[name] = {"dtype": "F32", "shape": list(tensor.shape),
                    "data_offsets": [len(data), len(data) + len(part)]}
    data += part
text = json.dumps(header).encode()
path = pathlib.Path(__file__).with_suffix(".safetensors")
path.write_bytes(struct.pack("<Q", len(text)) + text + data)
