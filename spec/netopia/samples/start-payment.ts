import { createPaymentsSandbox } from 'paylinks/netopia/sandbox';

const sandbox = createPaymentsSandbox();
const { apiKey, posSignature, baseUrl } = sandbox.credentials;

const send = async (path: string, body: object) => {
  const headers = { Authorization: apiKey, 'Content-Type': 'application/json' };
  const response = await sandbox.fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
};

const billing = { email: 'ana@example.com', firstName: 'Ana', lastName: 'Pop', city: 'Cluj-Napoca', country: 642 };
const urls = { notifyUrl: 'https://shop.example/notify', redirectUrl: 'https://shop.example/thanks', language: 'ro' };
const started = await send('/payment/card/start', {
  config: urls,
  payment: { options: { installments: 0 } },
  order: {
    posSignature,
    dateTime: new Date().toISOString(),
    description: 'Two tickets',
    orderID: '1042-1',
    amount: 68.7,
    currency: 'RON',
    billing,
  },
});
console.log(started.error.code, started.payment.status, started.payment.paymentURL !== undefined);
// prints: 101 1 true
