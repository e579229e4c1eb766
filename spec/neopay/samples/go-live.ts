import { createLinksClient } from 'paylinks';

const { NEOPAY_APP_KEY = '', NEOPAY_TOKEN = '' } = process.env;
const links = createLinksClient({ appKey: NEOPAY_APP_KEY, token: () => NEOPAY_TOKEN });

const draft = await links.create({
  product: 'iPhone 14 Pro',
  amount: 350.41,
  reference: 'order-1042',
});
const live = await links.publish(draft);
console.log(live.status);
// prints: published
