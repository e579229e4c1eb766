import type { PaymentLink } from '../neopay/types.js';

/** Prints a link: one line, or its JSON with the payer's address where that is known. */
export function printLink(link: PaymentLink, json: boolean | undefined, address?: string): void {
  if (json) return console.log(JSON.stringify({ ...link, ...(address !== undefined && { payUrl: address }) }));
  const price = `${link.amount} ${link.currency ?? ''}`.trim();
  const line = [link.id.padEnd(36), link.status.padEnd(11), price.padStart(12), link.reference ?? '-', link.product].join('  ');
  console.log(fit(printable(line)));
  if (address !== undefined) console.log(`  ${printable(address)}`);
}

/** Control characters could move a terminal's cursor or change its colours. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}

/** In a terminal a line stays on one line. */
function fit(line: string): string {
  const { isTTY, columns } = process.stdout;
  return isTTY && line.length > columns ? `${line.slice(0, columns - 1)}…` : line;
}
