/** A theme's colour with the text colour that reads best on it. */
export interface Theme {
  readonly background: string;
  readonly text: string;
}

// `blue` and `purple` are on the API's page; the others are guesses at what else a shop may pick.
const named: Readonly<Record<string, string>> = {
  blue: '#1d4ed8',
  purple: '#7e22ce',
  green: '#15803d',
  red: '#b91c1c',
  orange: '#c2410c',
  yellow: '#facc15',
  pink: '#be185d',
  teal: '#0f766e',
  indigo: '#4338ca',
  black: '#111827',
  grey: '#4b5563',
  gray: '#4b5563',
  white: '#ffffff',
};

/** The colours of a theme named by word or by `#rrggbb`; anything else gets blue. */
export function themeOf(selected: unknown): Theme {
  const word = typeof selected === 'string' ? selected.trim().toLowerCase() : '';
  const background = /^#[0-9a-f]{6}$/.test(word) ? word : ((Object.hasOwn(named, word) ? named[word] : undefined) ?? '#1d4ed8');
  // Halfway in contrast between black and white text: 4.6 to 1 either way.
  return { background, text: luminance(background) > 0.179 ? '#000000' : '#ffffff' };
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
