/** Colours of one drawing: text and lines, the boxes, and what lies behind. */
export interface Palette {
  readonly ink: string;
  readonly box: string;
  readonly edge: string;
  readonly paper: string;
}

export type Point = readonly [x: number, y: number];

export const palettes = {
  light: { ink: '#1a1b21', box: '#f4f4f8', edge: '#5b5d6b', paper: '#ffffff' },
  dark: { ink: '#f2f3f7', box: '#33343f', edge: '#a9abba', paper: '#22242b' },
  // A drawing inside a page takes the page's own colours.
  page: { ink: 'var(--ink)', box: 'var(--raised)', edge: 'var(--soft)', paper: 'var(--paper)' },
} as const satisfies Record<string, Palette>;

/** A rounded box around a point. */
export function drawFrame([x, y]: Point, [width, height]: Point, radius: number, { box, edge }: Palette): string {
  const place = `x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="${radius}"`;
  return `<rect ${place} fill="${box}" stroke="${edge}" stroke-width="1.5"/>`;
}

export function drawDot([x, y]: Point, { edge }: Palette): string {
  return `<circle cx="${x}" cy="${y}" r="6" fill="${edge}"/>`;
}

export function drawName(text: string, [x, y]: Point, { ink }: Palette): string {
  return `<text x="${x}" y="${y}" fill="${ink}" font-weight="600">${text}</text>`;
}

/** Text that keeps the lines behind it at a distance. */
export function drawLabel(text: string, [x, y]: Point, { ink, paper }: Palette): string {
  const halo = `stroke="${paper}" stroke-width="6" paint-order="stroke" stroke-linejoin="round"`;
  return `<text x="${x}" y="${y}" fill="${ink}" font-size="14" ${halo}>${text}</text>`;
}

/** A line whose head is drawn, not a marker, so that every viewer shows it. */
export function drawArrow(start: Point, end: Point, { edge }: Palette): string {
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
  const corner = (turn: number): string =>
    [end[0] - 11 * Math.cos(angle + turn), end[1] - 11 * Math.sin(angle + turn)].map((part) => part.toFixed(1)).join(',');
  const line = `<line x1="${start[0]}" y1="${start[1]}" x2="${end[0]}" y2="${end[1]}" stroke="${edge}" stroke-width="1.5"/>`;
  return `${line}<polygon points="${end.join(',')} ${corner(0.42)} ${corner(-0.42)}" fill="${edge}"/>`;
}
