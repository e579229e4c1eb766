/** A request to paste into a shell: it starts a payment and shows the address of its page. */
export function sampleRequest(origin: string, apiKey: string, posSignature: string): string {
  const billing = {
    email: 'payer@example.com',
    firstName: 'Ana',
    lastName: 'Exemplu',
    phone: '0712345678',
    city: 'Bucuresti',
    country: 642,
  };
  const config = { notifyUrl: 'http://localhost:3000/notify', redirectUrl: 'http://localhost:3000/return', language: 'ro' };
  const details = {
    posSignature,
    orderID: '1042-a',
    amount: 200,
    currency: 'RON',
    description: 'Order 1042',
    dateTime: '2026-11-25T08:30:00Z',
  };
  const lines = [
    `curl ${origin}/payment/card/start`,
    `-H ${quote(`Authorization: ${apiKey}`)}`,
    "-H 'Content-Type: application/json'",
    `-d ${quote(JSON.stringify({ config, order: { ...details, billing } }))}`,
  ];
  return lines.join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
