"""Text of small networks as linalg on tensors, at any batch size."""

from __future__ import annotations

from dataclasses import dataclass, field

_HEADER = """\
#x = affine_map<(m, n, k) -> (m, k)>
#w = affine_map<(m, n, k) -> (n, k)>
#y = affine_map<(m, n, k) -> (m, n)>
#id2 = affine_map<(d0, d1) -> (d0, d1)>
#col = affine_map<(d0, d1) -> (d1)>
#id4 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
"""


def _tensor(*shape: int) -> str:
    return f"tensor<{'x'.join(str(size) for size in shape)}xf32>"


@dataclass
class NetworkBuilder:
    """Writes a network layer by layer; layouts are PyTorch's.

    Images are NCHW, convolution weights OIHW, linear weights [out, in]. Layers
    are named, and their parameters called ``<layer>.weight`` and
    ``<layer>.bias``.

    Parameters
    ----------
    batch, channels, height, width : int
        Shape of the input ``image``.
    """

    batch: int
    channels: int
    height: int
    width: int
    _parameters: list[tuple[str, str]] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._value = "%image"
        self._shape: tuple[int, ...] = (self.batch, self.channels, self.height, self.width)
        self._count = 0
        self._input = _tensor(*self._shape)

    def _name(self) -> str:
        self._count += 1
        return f"%v{self._count}"

    def _emit(self, text: str, shape: tuple[int, ...]) -> None:
        name = self._name()
        self._lines.append(f"{name} = {text}")
        self._value, self._shape = name, shape

    def _constant(self, text: str) -> str:
        name = self._name()
        self._lines.append(f"{name} = {text}")
        return name

    def _parameter(self, name: str, *shape: int) -> str:
        self._parameters.append((name, _tensor(*shape)))
        return f"%p{len(self._parameters) - 1}"

    def _filled(self, value: str, *shape: int) -> str:
        kind = _tensor(*shape)
        empty = self._constant(f"tensor.empty() : {kind}")
        return self._constant(f"linalg.fill ins({value} : f32) outs({empty} : {kind}) -> {kind}")

    def conv(self, name: str, filters: int, kernel: int, padding: int = 0) -> NetworkBuilder:
        """Convolution with a bias, stride 1."""
        n, c, h, w = self._shape
        weight = self._parameter(f"{name}.weight", filters, c, kernel, kernel)
        bias = self._parameter(f"{name}.bias", filters)
        if padding:
            padded = (n, c, h + 2 * padding, w + 2 * padding)
            self._emit(
                f"tensor.pad {self._value} low[0, 0, {padding}, {padding}] "
                f"high[0, 0, {padding}, {padding}] {{\n"
                "  ^bb0(%i: index, %j: index, %k: index, %l: index):\n"
                "    tensor.yield %zero : f32\n"
                f"  }} : {_tensor(*self._shape)} to {_tensor(*padded)}",
                padded,
            )
        source, source_type = self._value, _tensor(*self._shape)
        shape = (n, filters, self._shape[2] - kernel + 1, self._shape[3] - kernel + 1)
        kind = _tensor(*shape)
        empty = self._constant(f"tensor.empty() : {kind}")
        start = self._constant(
            f"linalg.broadcast ins({bias} : {_tensor(filters)}) outs({empty} : {kind}) "
            "dimensions = [0, 2, 3]"
        )
        self._emit(
            "linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, "
            "strides = dense<1> : vector<2xi64>}\n"
            f"      ins({source}, {weight} : {source_type}, "
            f"{_tensor(filters, c, kernel, kernel)}) outs({start} : {kind}) -> {kind}",
            shape,
        )
        return self

    def relu(self) -> NetworkBuilder:
        """max(x, 0)."""
        kind = _tensor(*self._shape)
        rank = len(self._shape)
        iterators = ", ".join(['"parallel"'] * rank)
        empty = self._constant(f"tensor.empty() : {kind}")
        self._emit(
            f"linalg.generic {{indexing_maps = [#id{rank}, #id{rank}], "
            f"iterator_types = [{iterators}]}}\n"
            f"      ins({self._value} : {kind}) outs({empty} : {kind}) {{\n"
            "  ^bb0(%in: f32, %out: f32):\n"
            "    %r = arith.maximumf %in, %zero : f32\n"
            "    linalg.yield %r : f32\n"
            f"  }} -> {kind}",
            self._shape,
        )
        return self

    def max_pool(self, size: int = 2) -> NetworkBuilder:
        """Max pooling, windows side by side."""
        n, c, h, w = self._shape
        source, source_type = self._value, _tensor(*self._shape)
        shape = (n, c, h // size, w // size)
        kind, window_type = _tensor(*shape), _tensor(size, size)
        window = self._constant(f"tensor.empty() : {window_type}")
        start = self._filled("%lowest", *shape)
        self._emit(
            "linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, "
            f"strides = dense<{size}> : vector<2xi64>}}\n"
            f"      ins({source}, {window} : {source_type}, {window_type}) "
            f"outs({start} : {kind}) -> {kind}",
            shape,
        )
        return self

    def flatten(self) -> NetworkBuilder:
        """[N, C, H, W] to [N, C H W]."""
        n, c, h, w = self._shape
        source, source_type = self._value, _tensor(*self._shape)
        shape = (n, c * h * w)
        self._emit(
            f"tensor.collapse_shape {source} [[0], [1, 2, 3]] : {source_type} into "
            f"{_tensor(*shape)}",
            shape,
        )
        return self

    def linear(self, name: str, features: int) -> NetworkBuilder:
        """x W^T + b."""
        n, k = self._shape
        weight = self._parameter(f"{name}.weight", features, k)
        bias = self._parameter(f"{name}.bias", features)
        source, source_type = self._value, _tensor(n, k)
        kind = _tensor(n, features)
        start = self._filled("%zero", n, features)
        self._emit(
            "linalg.matmul indexing_maps = [#x, #w, #y]\n"
            f"      ins({source}, {weight} : {source_type}, {_tensor(features, k)}) "
            f"outs({start} : {kind}) -> {kind}",
            (n, features),
        )
        product = self._value
        empty = self._constant(f"tensor.empty() : {kind}")
        self._emit(
            "linalg.generic {indexing_maps = [#id2, #col, #id2], "
            'iterator_types = ["parallel", "parallel"]}\n'
            f"      ins({product}, {bias} : {kind}, {_tensor(features)}) "
            f"outs({empty} : {kind}) {{\n"
            "  ^bb0(%in: f32, %b: f32, %out: f32):\n"
            "    %s = arith.addf %in, %b : f32\n"
            "    linalg.yield %s : f32\n"
            f"  }} -> {kind}",
            (n, features),
        )
        return self

    def text(self) -> str:
        """Return the module: ``@main(parameters, image) -> logits``."""
        arguments = [
            f'%p{index}: {kind} {{approx.role = "parameter", approx.name = "{name}"}}'
            for index, (name, kind) in enumerate(self._parameters)
        ]
        arguments.append(f'%image: {self._input} {{approx.role = "input", approx.name = "image"}}')
        result = _tensor(*self._shape)
        joined = ",\n    ".join(arguments)
        body = "\n  ".join(self._lines)
        return (
            f"{_HEADER}\nfunc.func @main(\n    {joined})\n"
            f'    -> ({result} {{approx.role = "logits"}}) {{\n'
            "  %zero = arith.constant 0.0 : f32\n"
            "  %lowest = arith.constant 0xFF800000 : f32\n"
            f"  {body}\n  return {self._value} : {result}\n}}\n"
        )


def digits_cnn(batch: int) -> str:
    """LeNet-type network on 8x8 images: conv 8 - conv 16 - fc 32 - fc 10.

    Convolutions are 3x3 with padding 1; after each come ReLU and 2x2 max
    pooling.
    """
    net = NetworkBuilder(batch, 1, 8, 8)
    net.conv("conv1", 8, 3, padding=1).relu().max_pool()
    net.conv("conv2", 16, 3, padding=1).relu().max_pool().flatten()
    return net.linear("fc1", 32).relu().linear("fc2", 10).text()


def lenet5(batch: int) -> str:
    """LeNet-5 on 28x28 images, with ReLU and max pooling (61,706 parameters)."""
    net = NetworkBuilder(batch, 1, 28, 28)
    net.conv("conv1", 6, 5, padding=2).relu().max_pool()
    net.conv("conv2", 16, 5).relu().max_pool().flatten()
    return net.linear("fc1", 120).relu().linear("fc2", 84).relu().linear("fc3", 10).text()
