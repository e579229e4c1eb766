import type { Transition } from './document.js';

/** Colours of one drawing: text and lines, the boxes, and what lies behind. */
interface Palette {
  readonly ink: string;
  readonly box: string;
  readonly edge: string;
  readonly paper: string;
}

interface Box {
  readonly status: string;
  readonly x: number;
  readonly y: number;
}

const palettes = {
  light: { ink: '#1a1b21', box: '#f4f4f8', edge: '#5b5d6b', paper: '#ffffff' },
  dark: { ink: '#f2f3f7', box: '#33343f', edge: '#a9abba', paper: '#22242b' },
} as const satisfies Record<string, Palette>;

const size = { width: 132, height: 44, gap: 112, margin: 40 };

/** Draws the lifecycle: statuses that lead somewhere in a row, final ones below. */
export function drawLifecycle(transitions: readonly Transition[], scheme: keyof typeof palettes): string {
  const palette = palettes[scheme];
  const boxes = placeBoxes(transitions);
  const width = Math.max(...boxes.map(({ x }) => x)) + size.width / 2 + size.margin;
  const height = Math.max(...boxes.map(({ y }) => y)) + size.height / 2 + 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"`,
    ` font-family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="15" text-anchor="middle">`,
    `<title>Lifecycle of a payment link</title><desc>${describeLifecycle(transitions)}</desc>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    drawStart(boxes, palette),
    ...transitions.flatMap((transition) => drawEdges(transition, boxes, palette)),
    ...boxes.map((box) => drawBox(box, isFinal(box.status, transitions), palette)),
    '</svg>',
  ].join('');
}

/** The same lifecycle as one sentence per action. */
export function describeLifecycle(transitions: readonly Transition[]): string {
  const [initial] = transitions.flatMap(({ from }) => from);
  const steps = transitions.map(({ action, from, to }) => `${action} leads from ${listed(from)} to ${to}.`);
  return [`A link begins as ${initial}.`, ...steps].join(' ');
}

/** Which action is allowed in which status, as a Markdown table. */
export function tabulateLifecycle(transitions: readonly Transition[]): string {
  const rows = statusesOf(transitions).map((status) => {
    const steps = transitions.filter(({ from }) => from.includes(status)).map(({ action, to }) => `\`${action}\` → \`${to}\``);
    return `| \`${status}\` | ${steps.join(', ') || 'none, it is final'} |`;
  });
  return ['| A link that is | may take |', '|---|---|', ...rows].join('\n');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function statusesOf(transitions: readonly Transition[]): string[] {
  return [...new Set([...transitions.flatMap(({ from, to }) => [...from, to])])].sort((one, other) => rank(one) - rank(other));

  function rank(status: string): number {
    const reached = transitions.findIndex(({ to }) => to === status);
    return isFinal(status, transitions) ? transitions.length + reached : reached;
  }
}

function isFinal(status: string, transitions: readonly Transition[]): boolean {
  return !transitions.some(({ from }) => from.includes(status));
}

function placeBoxes(transitions: readonly Transition[]): Box[] {
  const statuses = statusesOf(transitions);
  const open = statuses.filter((status) => !isFinal(status, transitions));
  const final = statuses.filter((status) => isFinal(status, transitions));
  const step = size.width + size.gap;
  const shift = ((open.length - final.length) * step) / 2;
  const left = size.margin + 14 + size.width / 2;
  return [
    ...open.map((status, index) => ({ status, x: left + index * step, y: 62 })),
    ...final.map((status, index) => ({ status, x: left + shift + index * step, y: 212 })),
  ];
}

function drawBox({ status, x, y }: Box, final: boolean, { ink, box, edge }: Palette): string {
  const outline = (inset: number): string =>
    `<rect x="${x - size.width / 2 + inset}" y="${y - size.height / 2 + inset}" width="${size.width - 2 * inset}" height="${size.height - 2 * inset}" ` +
    `rx="${10 - inset}" fill="${box}" stroke="${edge}" stroke-width="1.5"/>`;
  return outline(0) + (final ? outline(4) : '') + `<text x="${x}" y="${y + 5}" fill="${ink}" font-weight="600">${status}</text>`;
}

function drawStart([first]: readonly Box[], palette: Palette): string {
  if (first === undefined) return '';
  const edge = first.x - size.width / 2;
  return (
    `<circle cx="${edge - 34}" cy="${first.y}" r="6" fill="${palette.edge}"/>` + drawArrow([edge - 28, first.y], [edge, first.y], palette)
  );
}

function drawEdges({ action, from, to }: Transition, boxes: readonly Box[], palette: Palette): string[] {
  const target = boxes.find(({ status }) => status === to);
  return from.flatMap((status) => {
    const source = boxes.find((box) => box.status === status);
    return source === undefined || target === undefined ? [] : [drawEdge(action, source, target, palette)];
  });
}

/** Forward steps run above the middle of a row, backward ones below, steps to a final status downwards. */
function drawEdge(action: string, source: Box, target: Box, palette: Palette): string {
  const down = target.y > source.y;
  const way = Math.sign(target.x - source.x);
  const lane = down ? 0 : -9 * way;
  const start: Point = down ? [source.x, source.y + size.height / 2] : [source.x + (way * size.width) / 2, source.y + lane];
  const end: Point = down
    ? [target.x - (way * size.width) / 4, target.y - size.height / 2]
    : [target.x - (way * size.width) / 2, target.y + lane];
  const middle: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + (down ? 5 : lane > 0 ? 19 : -8)];
  return drawArrow(start, end, palette) + drawLabel(action, middle, palette);
}

type Point = readonly [x: number, y: number];

function drawLabel(text: string, [x, y]: Point, { ink, paper }: Palette): string {
  return `<text x="${x}" y="${y}" fill="${ink}" font-size="14" stroke="${paper}" stroke-width="6" paint-order="stroke" stroke-linejoin="round">${text}</text>`;
}

/** A line whose head is drawn, not a marker, so that every viewer shows it. */
function drawArrow(start: Point, end: Point, { edge }: Palette): string {
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
  const corner = (turn: number): string =>
    [end[0] - 11 * Math.cos(angle + turn), end[1] - 11 * Math.sin(angle + turn)].map((part) => part.toFixed(1)).join(',');
  const line = `<line x1="${start[0]}" y1="${start[1]}" x2="${end[0]}" y2="${end[1]}" stroke="${edge}" stroke-width="1.5"/>`;
  return `${line}<polygon points="${end.join(',')} ${corner(0.42)} ${corner(-0.42)}" fill="${edge}"/>`;
}
