"""The PyTorch models behind the files of Inputs/, and those that tests compare gradients of.

Small versions of the networks that people train: every kind of layer of the large one, at a
width that compiles in seconds.
"""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import nn


class SmallLeNet(nn.Module):
    """LeNet-5's shape at small width, on 1x12x12 images: padding, convolution, pooling, linear."""

    def __init__(self, classes: int = 10) -> None:
        super().__init__()
        self.c1 = nn.Conv2d(1, 4, 3, padding=1)
        self.c2 = nn.Conv2d(4, 8, 3)
        self.f1 = nn.Linear(8 * 2 * 2, 16)
        self.f2 = nn.Linear(16, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.max_pool2d(F.relu(self.c1(x)), 2)
        x = F.max_pool2d(F.relu(self.c2(x)), 2).flatten(1)
        return self.f2(F.relu(self.f1(x)))


class SmallMLP(nn.Module):
    """Two linear layers on rows of 16 numbers: the shortest model with a hidden layer."""

    def __init__(self, classes: int = 4) -> None:
        super().__init__()
        self.f1 = nn.Linear(16, 8)
        self.f2 = nn.Linear(8, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.f2(F.relu(self.f1(x)))


class VGG(nn.Module):
    def __init__(self, widths=(8, 16, 16), classes=10, dropout=0.0):
        super().__init__()
        layers, cin = [], 3
        for w in widths:
            layers += [
                nn.Conv2d(cin, w, 3, padding=1),
                nn.BatchNorm2d(w),
                nn.ReLU(inplace=True),
                nn.MaxPool2d(2, 2),
            ]
            cin = w
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d((2, 2))
        self.classifier = nn.Sequential(
            nn.Linear(cin * 4, 16), nn.ReLU(True), nn.Dropout(dropout), nn.Linear(16, classes)
        )

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


class BasicBlock(nn.Module):
    def __init__(self, cin, cout, stride):
        super().__init__()
        self.c1, self.b1 = nn.Conv2d(cin, cout, 3, stride, 1, bias=False), nn.BatchNorm2d(cout)
        self.c2, self.b2 = nn.Conv2d(cout, cout, 3, 1, 1, bias=False), nn.BatchNorm2d(cout)
        same = stride == 1 and cin == cout
        self.shortcut = (
            nn.Identity()
            if same
            else nn.Sequential(nn.Conv2d(cin, cout, 1, stride, bias=False), nn.BatchNorm2d(cout))
        )

    def forward(self, x):
        y = self.b2(self.c2(F.relu(self.b1(self.c1(x)))))
        return F.relu(y + self.shortcut(x))


class ResNet18(nn.Module):
    def __init__(self, widths=(4, 8, 8, 16), classes=10):
        super().__init__()
        self.c, self.b = nn.Conv2d(3, widths[0], 3, 1, 1, bias=False), nn.BatchNorm2d(widths[0])
        blocks, cin = [], widths[0]
        for stage, cout in enumerate(widths):
            for index in range(2):
                blocks.append(BasicBlock(cin, cout, 2 if stage > 0 and index == 0 else 1))
                cin = cout
        self.layers, self.f = nn.Sequential(*blocks), nn.Linear(cin, classes)

    def forward(self, x):
        x = self.layers(F.relu(self.b(self.c(x))))
        return self.f(F.adaptive_avg_pool2d(x, 1).flatten(1))


class Bottleneck(nn.Module):
    def __init__(self, cin, mid, cout, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(cin, mid, 1, bias=False), nn.BatchNorm2d(mid)
        self.conv2, self.bn2 = nn.Conv2d(mid, mid, 3, stride, 1, bias=False), nn.BatchNorm2d(mid)
        self.conv3, self.bn3 = nn.Conv2d(mid, cout, 1, bias=False), nn.BatchNorm2d(cout)
        self.downsample = (
            None
            if stride == 1 and cin == cout
            else nn.Sequential(nn.Conv2d(cin, cout, 1, stride, bias=False), nn.BatchNorm2d(cout))
        )

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        return F.relu(
            self.bn3(self.conv3(y)) + (x if self.downsample is None else self.downsample(x))
        )


class ResNet50(nn.Module):
    """Stem with overlapping max pooling, bottlenecks."""

    def __init__(self, width=4, blocks=(1, 2, 1), classes=10):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, width, 7, 2, 3, bias=False), nn.BatchNorm2d(width)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        layers, cin = [], width
        for i, n in enumerate(blocks):
            for j in range(n):
                layers.append(
                    Bottleneck(cin, width * 2**i, 4 * width * 2**i, 2 if i > 0 and j == 0 else 1)
                )
                cin = 4 * width * 2**i
        self.layers, self.fc = nn.Sequential(*layers), nn.Linear(cin, classes)

    def forward(self, x):
        x = self.layers(self.maxpool(F.relu(self.bn1(self.conv1(x)))))
        return self.fc(F.adaptive_avg_pool2d(x, (1, 1)).flatten(1))


class InvertedResidual(nn.Module):
    def __init__(self, cin, cout, stride, expand):
        super().__init__()
        mid = cin * expand
        self.conv = nn.Sequential(
            nn.Conv2d(cin, mid, 1, bias=False),
            nn.BatchNorm2d(mid),
            nn.ReLU6(inplace=True),
            nn.Conv2d(mid, mid, 3, stride, 1, groups=mid, bias=False),
            nn.BatchNorm2d(mid),
            nn.ReLU6(inplace=True),
            nn.Conv2d(mid, cout, 1, bias=False),
            nn.BatchNorm2d(cout),
        )
        self.skip = stride == 1 and cin == cout

    def forward(self, x):
        return x + self.conv(x) if self.skip else self.conv(x)


class MobileNetV2(nn.Module):
    def __init__(self, width=1, classes=10):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 4 * width, 3, 2, 1, bias=False), nn.BatchNorm2d(4 * width), nn.ReLU6(True)
        )
        self.blocks = nn.Sequential(
            InvertedResidual(4 * width, 6 * width, 1, 2),
            InvertedResidual(6 * width, 6 * width, 1, 3),
            InvertedResidual(6 * width, 8 * width, 2, 3),
        )
        self.classifier = nn.Sequential(nn.Dropout(0.0), nn.Linear(8 * width, classes))

    def forward(self, x):
        return self.classifier(F.adaptive_avg_pool2d(self.blocks(self.stem(x)), 1).flatten(1))


class ResNeXt(nn.Module):
    """Grouped convolutions."""

    def __init__(self, classes=10):
        super().__init__()
        self.c1 = nn.Conv2d(3, 8, 3, padding=1)
        self.c2 = nn.Conv2d(8, 16, 3, stride=2, padding=1, groups=4)
        self.n2 = nn.GroupNorm(4, 16)
        self.c3 = nn.Conv2d(16, 16, 3, padding=2, dilation=2, groups=2)
        self.f = nn.Linear(16, classes)

    def forward(self, x):
        x = F.relu(self.c1(x))
        x = F.relu(self.n2(self.c2(x)))
        x = F.relu(self.c3(x))
        return self.f(x.mean((2, 3)))


class DenseLayer(nn.Module):
    def __init__(self, cin, growth):
        super().__init__()
        self.norm1, self.conv1 = nn.BatchNorm2d(cin), nn.Conv2d(cin, 2 * growth, 1, bias=False)
        self.norm2, self.conv2 = (
            nn.BatchNorm2d(2 * growth),
            nn.Conv2d(2 * growth, growth, 3, padding=1, bias=False),
        )

    def forward(self, x):
        y = self.conv1(F.relu(self.norm1(x)))
        return torch.cat([x, self.conv2(F.relu(self.norm2(y)))], 1)


class DenseNet(nn.Module):
    def __init__(self, growth=4, classes=10):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, padding=1, bias=False)
        self.block1 = nn.Sequential(DenseLayer(8, growth), DenseLayer(8 + growth, growth))
        c = 8 + 2 * growth
        self.transition = nn.Sequential(
            nn.BatchNorm2d(c), nn.ReLU(), nn.Conv2d(c, c // 2, 1, bias=False), nn.AvgPool2d(2, 2)
        )
        self.block2 = nn.Sequential(DenseLayer(c // 2, growth), DenseLayer(c // 2 + growth, growth))
        c = c // 2 + 2 * growth
        self.norm, self.classifier = nn.BatchNorm2d(c), nn.Linear(c, classes)

    def forward(self, x):
        x = self.block2(self.transition(self.block1(self.stem(x))))
        return self.classifier(F.adaptive_avg_pool2d(F.relu(self.norm(x)), 1).flatten(1))


class SqueezeExcite(nn.Module):
    def __init__(self, c, r):
        super().__init__()
        self.reduce, self.expand = nn.Conv2d(c, r, 1), nn.Conv2d(r, c, 1)

    def forward(self, x):
        return x * torch.sigmoid(self.expand(F.silu(self.reduce(F.adaptive_avg_pool2d(x, 1)))))


class MBConv(nn.Module):
    def __init__(self, cin, cout, kernel, stride, expand):
        super().__init__()
        mid = cin * expand
        self.expand = nn.Sequential(
            nn.Conv2d(cin, mid, 1, bias=False), nn.BatchNorm2d(mid), nn.SiLU()
        )
        self.depthwise = nn.Sequential(
            nn.Conv2d(mid, mid, kernel, stride, kernel // 2, groups=mid, bias=False),
            nn.BatchNorm2d(mid),
            nn.SiLU(),
        )
        self.se = SqueezeExcite(mid, max(1, cin // 4))
        self.project = nn.Sequential(nn.Conv2d(mid, cout, 1, bias=False), nn.BatchNorm2d(cout))
        self.skip = stride == 1 and cin == cout

    def forward(self, x):
        y = self.project(self.se(self.depthwise(self.expand(x))))
        return x + y if self.skip else y


class EfficientNet(nn.Module):
    def __init__(self, width=1, classes=10):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 4 * width, 3, 2, 1, bias=False), nn.BatchNorm2d(4 * width), nn.Hardswish()
        )
        self.blocks = nn.Sequential(
            MBConv(4 * width, 6 * width, 3, 1, 2),
            MBConv(6 * width, 6 * width, 5, 1, 2),
            MBConv(6 * width, 8 * width, 3, 2, 2),
        )
        self.f = nn.Linear(8 * width, classes)

    def forward(self, x):
        return self.f(F.adaptive_avg_pool2d(self.blocks(self.stem(x)), 1).flatten(1))


class Attention(nn.Module):
    def __init__(self, dim, heads, causal=False):
        super().__init__()
        self.heads, self.causal, self.qkv, self.proj = (
            heads,
            causal,
            nn.Linear(dim, 3 * dim),
            nn.Linear(dim, dim),
        )

    def forward(self, x):
        b, n, d = x.shape
        t = self.qkv(x).reshape(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        q, k, v = t[0], t[1], t[2]
        w = (q @ k.transpose(-2, -1)) * (d // self.heads) ** -0.5
        if self.causal:
            mask = torch.ones(n, n, dtype=torch.bool).tril()
            w = w.masked_fill(~mask, float("-inf"))
        return self.proj((w.softmax(-1) @ v).transpose(1, 2).reshape(b, n, d))


class TransformerBlock(nn.Module):
    def __init__(self, dim, heads, causal=False, act=nn.GELU):
        super().__init__()
        self.n1, self.n2, self.attention = (
            nn.LayerNorm(dim),
            nn.LayerNorm(dim),
            Attention(dim, heads, causal),
        )
        self.mlp = nn.Sequential(nn.Linear(dim, 4 * dim), act(), nn.Linear(4 * dim, dim))

    def forward(self, x):
        x = x + self.attention(self.n1(x))
        return x + self.mlp(self.n2(x))


class ViT(nn.Module):
    def __init__(self, image=16, patch=4, dim=16, heads=2, depth=2, classes=10):
        super().__init__()
        tokens = (image // patch) ** 2 + 1
        self.embed = nn.Conv2d(3, dim, patch, patch)
        self.cls, self.pos = (
            nn.Parameter(torch.zeros(1, 1, dim)),
            nn.Parameter(torch.randn(1, tokens, dim) * 0.02),
        )
        self.blocks = nn.Sequential(*[TransformerBlock(dim, heads) for _ in range(depth)])
        self.norm, self.head = nn.LayerNorm(dim), nn.Linear(dim, classes)

    def forward(self, x):
        x = self.embed(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls.expand(x.shape[0], -1, -1), x], 1) + self.pos
        return self.head(self.norm(self.blocks(x))[:, 0])


class GPT(nn.Module):
    def __init__(self, vocabulary=17, tokens=8, dim=16, heads=2, depth=2):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(vocabulary, dim), nn.Embedding(tokens, dim)
        self.blocks = nn.Sequential(
            *[
                TransformerBlock(dim, heads, True, lambda: nn.GELU(approximate="tanh"))
                for _ in range(depth)
            ]
        )
        self.norm, self.head = nn.LayerNorm(dim), nn.Linear(dim, vocabulary, bias=False)

    def forward(self, x):
        x = self.wte(x) + self.wpe(torch.arange(x.shape[1]))
        return self.head(self.norm(self.blocks(x)))


class MixerBlock(nn.Module):
    def __init__(self, tokens, dim):
        super().__init__()
        self.n1, self.n2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.tokens = nn.Sequential(nn.Linear(tokens, 8), nn.GELU(), nn.Linear(8, tokens))
        self.channels = nn.Sequential(nn.Linear(dim, 24), nn.GELU(), nn.Linear(24, dim))

    def forward(self, x):
        x = x + self.tokens(self.n1(x).transpose(1, 2)).transpose(1, 2)
        return x + self.channels(self.n2(x))


class Mixer(nn.Module):
    def __init__(self, dim=12, classes=10):
        super().__init__()
        self.embed = nn.Conv2d(3, dim, 4, 4)
        self.blocks = nn.Sequential(MixerBlock(16, dim), MixerBlock(16, dim))
        self.norm, self.head = nn.LayerNorm(dim), nn.Linear(dim, classes)

    def forward(self, x):
        x = self.embed(x).flatten(2).transpose(1, 2)
        return self.head(self.norm(self.blocks(x)).mean(1))


class Conv1dNet(nn.Module):
    def __init__(self, classes=5):
        super().__init__()
        self.c1, self.b1 = nn.Conv1d(2, 8, 5, stride=2, padding=2), nn.BatchNorm1d(8)
        self.c2, self.c3 = (
            nn.Conv1d(8, 8, 3, padding=2, dilation=2),
            nn.Conv1d(8, 8, 3, padding=1, groups=8),
        )
        self.f = nn.Linear(8, classes)

    def forward(self, x):
        x = F.relu(self.b1(self.c1(x)))
        x = F.max_pool1d(F.leaky_relu(self.c2(x), 0.1), 2)
        x = torch.tanh(self.c3(x))
        return self.f(F.adaptive_avg_pool1d(x, 1).flatten(1))


class ConvNeXtBlock(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.depthwise, self.norm = nn.Conv2d(dim, dim, 7, padding=3, groups=dim), nn.LayerNorm(dim)
        self.expand, self.project = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)
        self.scale = nn.Parameter(0.1 * torch.ones(dim))

    def forward(self, x):
        y = self.norm(self.depthwise(x).permute(0, 2, 3, 1))
        return x + (self.scale * self.project(F.gelu(self.expand(y)))).permute(0, 3, 1, 2)


class ConvNeXt(nn.Module):
    """Depthwise 7x7, layer norm over channels that are last, layer scale."""

    def __init__(self, dim=8, classes=10):
        super().__init__()
        self.stem = nn.Conv2d(3, dim, 4, 4)
        self.blocks = nn.Sequential(ConvNeXtBlock(dim), ConvNeXtBlock(dim))
        self.norm, self.head = nn.LayerNorm(dim), nn.Linear(dim, classes)

    def forward(self, x):
        return self.head(self.norm(self.blocks(self.stem(x)).mean((2, 3))))


class ShuffleNet(nn.Module):
    """Split, grouped 1x1 and depthwise convolutions, a shuffle of channels, concatenation."""

    def __init__(self, classes=10):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, padding=1)
        self.grouped, self.bn = nn.Conv2d(4, 4, 1, groups=2, bias=False), nn.BatchNorm2d(4)
        self.depthwise = nn.Conv2d(4, 4, 3, padding=1, groups=4)
        self.shuffle, self.f = nn.ChannelShuffle(2), nn.Linear(8, classes)

    def forward(self, x):
        left, right = F.relu(self.stem(x)).chunk(2, 1)
        right = self.depthwise(F.relu(self.bn(self.grouped(right))))
        return self.f(self.shuffle(torch.cat([left, right], 1)).mean((2, 3)))


class Inception(nn.Module):
    """Branches side by side, max pooling with stride 1, a 1x7 kernel."""

    def __init__(self, classes=10):
        super().__init__()
        self.branches = nn.ModuleList(nn.Conv2d(3, 4, k, padding=k // 2) for k in (1, 3, 5))
        self.pooled, self.wide = nn.Conv2d(3, 4, 1), nn.Conv2d(16, 8, (1, 7), padding=(0, 3))
        self.f = nn.Linear(8, classes)

    def forward(self, x):
        parts = [branch(x) for branch in self.branches]
        parts.append(self.pooled(F.max_pool2d(x, 3, 1, 1)))
        x = F.relu(self.wide(F.relu(torch.cat(parts, 1))))
        return self.f(F.adaptive_avg_pool2d(x, 1).flatten(1))


class UNet(nn.Module):
    """A transposed convolution and a skip connection around it."""

    def __init__(self, classes=10):
        super().__init__()
        self.d1, self.d2 = nn.Conv2d(3, 4, 3, padding=1), nn.Conv2d(4, 8, 3, padding=1)
        self.up, self.u1 = nn.ConvTranspose2d(8, 4, 2, 2), nn.Conv2d(8, 4, 3, padding=1)
        self.f = nn.Linear(4, classes)

    def forward(self, x):
        a = F.relu(self.d1(x))
        b = self.up(F.relu(self.d2(F.max_pool2d(a, 2))))
        return self.f(F.relu(self.u1(torch.cat([a, b], 1))).mean((2, 3)))


class Encoder(nn.Module):
    """PyTorch's own encoder layer, with its attention."""

    def __init__(self, dim=16, classes=5):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(dim, 2, 32, dropout=0.0, batch_first=True)
        self.f = nn.Linear(dim, classes)

    def forward(self, x):
        return self.f(self.layer(x).mean(1))


class Recurrent(nn.Module):
    """An LSTM over a few positions, and a GRU over its states."""

    def __init__(self, classes=5):
        super().__init__()
        self.lstm, self.gru = nn.LSTM(6, 8, batch_first=True), nn.GRU(8, 8, batch_first=True)
        self.f = nn.Linear(8, classes)

    def forward(self, x):
        return self.f(self.gru(self.lstm(x)[0])[0][:, -1])


def images(batch: int, channels: int, size: int) -> Callable[[], torch.Tensor]:
    return lambda: torch.randn(batch, channels, size, size)


# Name: (constructor, example input).
MODELS: dict[str, tuple[Callable[[], nn.Module], Callable[[], torch.Tensor]]] = {
    "lenet": (SmallLeNet, images(4, 1, 12)),
    "mlp": (SmallMLP, lambda: torch.randn(4, 16)),
    "vgg_bn": (VGG, images(4, 3, 16)),
    "resnet18": (ResNet18, images(4, 3, 16)),
    "resnet50": (ResNet50, images(4, 3, 32)),
    "mobilenet_v2": (MobileNetV2, images(4, 3, 16)),
    "resnext": (ResNeXt, images(4, 3, 12)),
    "densenet": (DenseNet, images(4, 3, 12)),
    "efficientnet": (EfficientNet, images(4, 3, 16)),
    "vit": (ViT, images(4, 3, 16)),
    "gpt": (GPT, lambda: torch.randint(0, 17, (4, 8))),
    "mixer": (Mixer, images(4, 3, 16)),
    "conv1d": (Conv1dNet, lambda: torch.randn(4, 2, 32)),
    "convnext": (ConvNeXt, images(4, 3, 16)),
    "shufflenet": (ShuffleNet, images(4, 3, 8)),
    "inception": (Inception, images(4, 3, 8)),
    "unet": (UNet, images(4, 3, 8)),
    "encoder": (Encoder, lambda: torch.randn(4, 5, 16)),
    "recurrent": (Recurrent, lambda: torch.randn(4, 5, 6)),
}
