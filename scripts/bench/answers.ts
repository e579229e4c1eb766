/** One link as the API's page shows it, numbered. */
function linkOf(number: number): object {
  return {
    id: `98e8c0a4-5f9f-4b4a-9d0a-${String(number).padStart(12, '0')}`,
    application_id: '98e8bfd6-4b1f-4f3c-8a53-5d6f0c7b1a22',
    status: 'draft',
    slug: `Slug${String(number).padStart(6, '0')}`,
    product: 'Ceramic mug',
    amount: 18.5,
    description: 'Hand-made, dishwasher-safe',
    communication: `Order ${number}`,
    reference: `order-${number}`,
    currency: 'EUR',
    expired_at: null,
    request_customer_data: false,
    show_payee_data: false,
    enabled: true,
    settings: {
      expirationDate: false,
      showPayeeData: true,
      requestCustomerData: false,
      theme: { selected: 'blue', logo: null, logoType: 'icon_name' },
    },
    created_at: '2026-11-21T08:00:00.000000Z',
    updated_at: '2026-11-21T08:00:00.000000Z',
    deleted_at: null,
  };
}

/** What the measured calls send. */
export const order = {
  product: 'Ceramic mug',
  amount: 18.5,
  description: 'Hand-made, dishwasher-safe',
  communication: 'Order 1',
  reference: 'order-1',
};

/** The body of a single link. */
export const linkBody = JSON.stringify(linkOf(1));

/** The body of a list of so many links. */
export function listBody(size: number): string {
  return JSON.stringify({ data: Array.from({ length: size }, (_, index) => linkOf(index + 1)) });
}

/** The answer to a request, told from its path alone: one link, or the list. */
export function bodyFor(method: string, path: string, list: string): string {
  return method === 'GET' && /\/(links|payment_links)(\?.*)?$/.test(path) ? list : linkBody;
}
