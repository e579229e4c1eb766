import { createLinksClient, type ClientOptions } from 'paylinks';

/** A plain script: one published link for each seat; run it twice and nothing is doubled. */
export async function sell(options: ClientOptions, seats: readonly string[]): Promise<Map<string, string>> {
  const links = createLinksClient(options);
  const inputs = seats.map((seat) => ({ product: `Seat ${seat}`, amount: 45, reference: `seat-${seat}` }));
  const urls = new Map<string, string>();
  for await (const { input, link, error } of links.createMany(inputs, { publish: true })) {
    if (error) console.error(input.reference, error.outcome, error.message);
    else if (link.status === 'published') urls.set(String(link.reference), links.payUrl(link));
  }
  return urls;
}
