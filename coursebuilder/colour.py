"""sRGB colours as authors write them, and their contrast by WCAG 2.2."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the screen: three channels, 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    def towards(self, other: "Colour", share: float) -> "Colour":
        """The colour that lies ``share`` (0 to 1) of the way to ``other``."""
        pairs = zip(self.channels, other.channels, strict=True)
        return Colour(*(round(mine + (theirs - mine) * share) for mine, theirs in pairs))

    @property
    def channels(self) -> tuple[int, int, int]:
        """Red, green and blue."""
        return self.red, self.green, self.blue

    @property
    def luminance(self) -> float:
        """Relative luminance (WCAG 2.2, definition), 0 for black to 1 for white."""
        red, green, blue = (_linear(channel / 255) for channel in self.channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)


def colour(text: str) -> Colour:
    """The colour of ``#0b5c8a`` or ``#05a``; ValueError when it is none."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not text.startswith("#") or len(digits) != 6:
        raise ValueError(text)
    return Colour(*bytes.fromhex(digits))


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio (WCAG 2.2, definition), 1 to 21."""
    darker, lighter = sorted((one.luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
