import type { Lifecycle } from './document.js';
import { describeLifecycle, sortStatuses } from './lifecycle.js';
import { drawArrow, drawDot, drawFrame, drawLabel, drawName, palettes, type Palette, type Point } from './strokes.js';

interface Box {
  readonly status: string;
  readonly x: number;
  readonly y: number;
  readonly final: boolean;
}

const size = { width: 132, height: 44, gap: 112, margin: 40 };

/** Draws the lifecycle: statuses that lead somewhere in a row, final ones below. */
export function drawLifecycle(lifecycle: Lifecycle, scheme: keyof typeof palettes): string {
  const palette = palettes[scheme];
  const boxes = placeBoxes(lifecycle);
  const width = Math.max(...boxes.map(({ x }) => x)) + size.width / 2 + size.margin;
  const height = Math.max(...boxes.map(({ y }) => y)) + size.height / 2 + 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"`,
    ` font-family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="15" text-anchor="middle">`,
    `<title>Lifecycle of a payment link</title><desc>${describeLifecycle(lifecycle)}</desc>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    ...boxes.filter(({ status }) => status === lifecycle.initial).map((box) => drawStart(box, palette)),
    ...drawSteps(lifecycle, boxes, palette),
    ...boxes.map((box) => drawBox(box, palette)),
    '</svg>',
  ].join('');
}

function placeBoxes(lifecycle: Lifecycle): Box[] {
  const { open, final } = sortStatuses(lifecycle);
  const step = size.width + size.gap;
  const longest = Math.max(open.length, final.length);
  const place = (row: readonly string[], y: number): Omit<Box, 'final'>[] => {
    const left = size.margin + 14 + size.width / 2 + ((longest - row.length) * step) / 2;
    return row.map((status, index) => ({ status, x: left + index * step, y }));
  };
  return [...place(open, 62).map((box) => ({ ...box, final: false })), ...place(final, 212).map((box) => ({ ...box, final: true }))];
}

function drawBox({ status, x, y, final }: Box, palette: Palette): string {
  const frames = final ? [0, 4] : [0];
  const drawn = frames.map((inset) => drawFrame([x, y], [size.width - 2 * inset, size.height - 2 * inset], 10 - inset, palette));
  return `<g data-status="${status}">${drawn.join('')}${drawName(status, [x, y + 5], palette)}</g>`;
}

function drawStart({ x, y }: Box, palette: Palette): string {
  const edge = x - size.width / 2;
  return drawDot([edge - 34, y], palette) + drawArrow([edge - 28, y], [edge, y], palette);
}

function drawSteps({ transitions }: Lifecycle, boxes: readonly Box[], palette: Palette): string[] {
  return transitions.flatMap(({ action, from, to }) => {
    const sources = boxes.filter(({ status }) => from.includes(status));
    const targets = boxes.filter(({ status }) => status === to);
    return targets.flatMap((target) => sources.map((source) => drawStep(action, source, target, palette)));
  });
}

/** Forward steps run above the middle of a row, backward ones below, steps to a final status downwards. */
function drawStep(action: string, source: Box, target: Box, palette: Palette): string {
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
