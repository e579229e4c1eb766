/** One resource with the shapes that payment APIs are made of: nested objects, lists, enums, nullable members, a choice. */
function schemasOf(number: number): Record<string, object> {
  const name = (kind: string): string => `${kind}${number}`;
  const reference = (kind: string): object => ({ $ref: `#/components/schemas/${name(kind)}` });
  const text = { type: 'string', minLength: 1, maxLength: 150, description: 'A text that a person wrote, shown to the payer as it is.' };
  return {
    [name('Payment')]: {
      type: 'object',
      description: 'A payment as the API answers it, with everything that belongs to it.',
      required: ['id', 'status', 'amount'],
      properties: {
        id: { type: 'string', format: 'uuid', description: 'Identifies the payment.' },
        status: { type: 'string', enum: ['open', 'paid', 'failed', 'expired'], description: 'Where the payment stands.' },
        amount: { type: 'number', exclusiveMinimum: 0, maximum: 99999999.99, description: 'Price in the currency of the account.' },
        description: { ...text, type: ['string', 'null'] },
        created_at: { type: 'string', format: 'date-time', description: 'When it was made.' },
        payer: reference('Payer'),
        lines: { type: 'array', maxItems: 100, items: reference('Line'), description: 'What is paid for.' },
        method: { oneOf: [reference('Payer'), { type: 'string', description: 'A method by its short name.' }] },
      },
    },
    [name('Payer')]: {
      type: 'object',
      description: 'Who pays.',
      required: ['email'],
      properties: {
        email: { type: 'string', format: 'email' },
        name: text,
        phone: { ...text, pattern: '^\\+?[0-9 ]+$' },
        parent: reference('Payer'),
      },
    },
    [name('Line')]: {
      type: 'object',
      description: 'One line of an order.',
      required: ['product', 'quantity'],
      properties: {
        product: text,
        quantity: { type: 'integer', minimum: 1 },
        tags: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  };
}

function pathsOf(number: number): Record<string, object> {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/Payment${number}` } } };
  const responses = { 200: { description: 'The payment.', content } };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return {
    [`/payments${number}`]: { post: { operationId: `createPayment${number}`, requestBody: { required: true, content }, responses } },
    [`/payments${number}/{id}`]: { get: { operationId: `getPayment${number}`, parameters: [id], responses } },
  };
}

/** An OpenAPI 3.1 document of at least so many bytes, as JSON. */
export function createDocument(bytes: number): string {
  const size = JSON.stringify({ ...schemasOf(1000), ...pathsOf(1000) }).length;
  const numbers = Array.from({ length: Math.ceil(bytes / size) }, (_, index) => index + 1);
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Payments', version: '1.0.0', description: 'A document made to measure generators.' },
    servers: [{ url: 'https://api.example.test' }],
    paths: Object.assign({}, ...numbers.map(pathsOf)),
    components: { schemas: Object.assign({}, ...numbers.map(schemasOf)) },
  });
}
