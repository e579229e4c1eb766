// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

export interface paths {
  '/payment/card/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a payment
     * @description Starts a payment for one attempt at an order. Without card data the answer names the page on which the payer pays; with a saved card or card data it may be paid, declined or in need of 3-D Secure at once. There is no idempotency key: a start whose answer was lost can neither be repeated nor found again with its page, so start anew with another `orderID`.
     */
    post: operations['startPayment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payment/card/verify-auth': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finish a payment after 3-D Secure
     * @description Hands over what the bank's page sent back through the payer's browser. Only for starts that answered code `100` with a `customerAction`; NETOPIA's own page does this by itself. Sent twice, the second answer is code `56`.
     */
    post: operations['verifyAuthentication'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operation/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Read a payment
     * @description Returns the payment as it stands, with the order as it was sent. It changes nothing and may be repeated. A code other than `00` describes the payment, not the reading: a declined payment is read with the code of its decline. The page's address is not given again.
     */
    post: operations['getPaymentStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operation/credit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refund a payment
     * @description Pays back a part or the whole of a payment, in the currency it was started with, several times up to that amount. There is no idempotency key: sent twice, it pays back twice. Code `00` alone proves nothing; the money moved when the answer's status is `8` and its amount is the one asked for.
     */
    post: operations['creditPayment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payment/bnpl/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a payment in instalments
     * @description Starts a payment through PayPo (from 50 RON) or Oney (450 to 12,000 RON in 3 or 4 instalments). The answer's `customerAction.url` leads to the provider's page, by GET for PayPo and by POST for Oney. NETOPIA must have enabled the provider for the shop.
     */
    post: operations['startPayLater'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payment/bnpl/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Return from a payment in instalments
     * @description Tells NETOPIA that the payer came back from the provider's page, and answers with the payment.
     */
    post: operations['returnPayLater'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Payment to start
     * @description Where to notify, what is paid with, and the order.
     */
    StartRequest: {
      /** @description Where NETOPIA notifies the shop and sends the payer, and how it speaks to the payer. */
      config: components['schemas']['StartConfig'];
      /** @description Leave it out, or leave the card out, for a payment on NETOPIA's page. */
      payment?: components['schemas']['StartPaymentInput'];
      /** @description One attempt at an order. */
      order: components['schemas']['StartOrder'];
    };
    /**
     * Settings of the attempt
     * @description Where NETOPIA notifies the shop and sends the payer, and how it speaks to the payer.
     */
    StartConfig: {
      /**
       * Format: uri
       * @description Where notifications go. NETOPIA follows no redirect from it. At most 2048 characters.
       * @example https://shop.example/netopia/notify
       */
      notifyUrl: string;
      /**
       * Format: uri
       * @description Where the payer's browser comes back to, by GET or POST. At most 2048 characters.
       * @example https://shop.example/netopia/return
       */
      redirectUrl: string;
      /**
       * Format: uri
       * @description Send the same address as `redirectUrl`. Left out, the page shows a failure before it leads back; set to another address, some report that every payer ends there. At most 2048 characters.
       * @example https://shop.example/netopia/return
       */
      cancelUrl?: string;
      /**
       * @description Language of the page. `ro`, `en`, `bg`, `es`, `hu`, `it`, `nl`, `de`, `fr` and `ru` are named by different sources.
       * @example ro
       */
      language: string;
      /**
       * @description Name of the template of the e-mail to the payer; may be empty. At most 255 characters.
       * @example
       */
      emailTemplate?: string;
      /**
       * @description Subject of the e-mail to the payer. At most 255 characters.
       * @example Order 1042
       */
      emailSubject?: string;
    };
    /**
     * What is paid with
     * @description Leave it out, or leave the card out, for a payment on NETOPIA's page.
     */
    StartPaymentInput: {
      /** @description Instalments and bonus points of the card. */
      options?: components['schemas']['PaymentOptions'];
      /** @description A card or the token of a saved card. With nothing but `type` the payer gives the card on NETOPIA's page. */
      instrument?: components['schemas']['Instrument'];
      /** @description What 3-D Secure wants to know about the payer's browser, when the card is not left to NETOPIA's page: `BROWSER_USER_AGENT`, `BROWSER_LANGUAGE`, `BROWSER_COLOR_DEPTH`, `BROWSER_SCREEN_HEIGHT`, `BROWSER_SCREEN_WIDTH`, `BROWSER_PLUGINS`, `BROWSER_JAVA_ENABLED`, `BROWSER_TZ`, `BROWSER_TZ_OFFSET`, `OS`, `OS_VERSION`, `MOBILE`, `SCREEN_POINT`, `SCREEN_PRINT`, `IP_ADDRESS`, all as text. */
      data?: components['schemas']['BrowserData'];
    };
    /**
     * Payment options
     * @description Instalments and bonus points of the card.
     */
    PaymentOptions: {
      /**
       * @description Number of instalments. Both 0 and 1 start a payment in one sum.
       * @example 1
       */
      installments?: number;
      /**
       * @description Bonus points to use.
       * @example 0
       */
      bonus?: number;
    };
    /**
     * Browser data
     * @description What 3-D Secure wants to know about the payer's browser, when the card is not left to NETOPIA's page: `BROWSER_USER_AGENT`, `BROWSER_LANGUAGE`, `BROWSER_COLOR_DEPTH`, `BROWSER_SCREEN_HEIGHT`, `BROWSER_SCREEN_WIDTH`, `BROWSER_PLUGINS`, `BROWSER_JAVA_ENABLED`, `BROWSER_TZ`, `BROWSER_TZ_OFFSET`, `OS`, `OS_VERSION`, `MOBILE`, `SCREEN_POINT`, `SCREEN_PRINT`, `IP_ADDRESS`, all as text.
     * @example {
     *       "IP_ADDRESS": "203.0.113.7"
     *     }
     */
    BrowserData: {
      [key: string]: string;
    } | null;
    /**
     * Instrument
     * @description A card or the token of a saved card. With nothing but `type` the payer gives the card on NETOPIA's page.
     */
    Instrument: {
      /**
       * @description Always `card`.
       * @example card
       * @enum {string}
       */
      type?: 'card';
      /**
       * @description Token of a saved card, from an earlier payment with `clientID`. It overrides card data. Empty text counts as none. At most 1024 characters.
       * @example TESTTOKENexample+/A=
       */
      token?: string;
      /**
       * @description The card's number.
       * @example 9900009184214768
       */
      account?: string;
      /**
       * @description Month in which the card expires.
       * @example 11
       */
      expMonth?: number;
      /**
       * @description Year in which the card expires, in four digits.
       * @example 2030
       */
      expYear?: number;
      /**
       * @description The card's security code.
       * @example 111
       */
      secretCode?: string;
      /**
       * @deprecated
       * @description Use `order.clientID`. At most 255 characters.
       * @example customer-77
       */
      clientID?: string;
    } | null;
    /**
     * Order
     * @description One attempt at an order.
     */
    StartOrder: {
      /** @description The point of sale's identifier from the administration console, five groups of four letters and digits; older samples have four groups. */
      posSignature: components['schemas']['PosSignature'];
      /**
       * @description Identifier of this attempt, unique for the shop for ever. It is used up by its first start, even by one that failed. At most 64 characters.
       * @example 1042-k3v9q2xw
       */
      orderID: string;
      /**
       * @description Price in major units of `currency`. 0 verifies the card without holding money.
       * @example 200
       */
      amount: number;
      /** @description ISO 4217 code. `RON`, `EUR` and `USD` are documented; other currencies than RON are settled in RON. */
      currency: components['schemas']['StartCurrency'];
      /**
       * @description What the payer is shown. At most 255 characters.
       * @example Order 1042
       */
      description: string;
      /**
       * Format: date-time
       * @description When the order was made.
       * @example 2026-11-25T08:30:00Z
       */
      dateTime: string;
      /** @description Who pays, or where the order is sent. */
      billing: components['schemas']['Address'];
      /** @description Who pays, or where the order is sent. */
      shipping?: components['schemas']['Address'];
      /** @description What is sold. */
      products?: components['schemas']['Product'][];
      /**
       * @description Your own texts by name; they come back in the notification.
       * @example {
       *       "cart": "77"
       *     }
       */
      data?: {
        [key: string]: string;
      } | null;
      /**
       * @description Your lasting identifier of the customer, so that the card is saved and its token given out. NETOPIA must have enabled it for the shop. At most 255 characters.
       * @example customer-77
       */
      clientID?: string;
      /**
       * @description `MIT` for a payment that the shop starts without the payer, with a token and without `clientID`.
       * @example MIT
       * @enum {string}
       */
      scaExemptionInd?: 'MIT';
      /**
       * @deprecated
       * @description Obsolete; leave it out. At most 64 characters.
       * @example
       */
      ntpID?: string | null;
      /** @description Not used any more; leave it out. */
      installments?: components['schemas']['OrderInstallments'];
    };
    /**
     * Instalments of the order
     * @deprecated
     * @description Not used any more; leave it out.
     */
    OrderInstallments: {
      /**
       * @description The number chosen.
       * @example 1
       */
      selected?: number;
      /**
       * @description The numbers to choose from.
       * @example [
       *       0
       *     ]
       */
      available?: number[];
    };
    /**
     * Currency
     * @description ISO 4217 code. `RON`, `EUR` and `USD` are documented; other currencies than RON are settled in RON.
     * @example RON
     */
    StartCurrency: string;
    /**
     * POS signature
     * @description The point of sale's identifier from the administration console, five groups of four letters and digits; older samples have four groups.
     * @example AAAA-BBBB-CCCC-DDDD-EEEE
     */
    PosSignature: string;
    /**
     * Address
     * @description Who pays, or where the order is sent.
     */
    Address: {
      /**
       * Format: email
       * @description E-mail address. At most 255 characters.
       * @example payer@example.com
       */
      email: string;
      /**
       * @description Given name. At most 255 characters.
       * @example Ana
       */
      firstName: string;
      /**
       * @description Family name. At most 255 characters.
       * @example Exemplu
       */
      lastName: string;
      /**
       * @description Telephone number. Left out, the page asks for it; placeholders such as `-` are refused there and leave the payer stuck. At most 64 characters.
       * @example 0712345678
       */
      phone?: string;
      /**
       * @description Town. At most 255 characters.
       * @example Bucuresti
       */
      city: string;
      /**
       * @description Country as its ISO 3166-1 number, 642 for Romania.
       * @example 642
       */
      country: number;
      /**
       * @description Name of the country. At most 255 characters.
       * @example Romania
       */
      countryName?: string;
      /**
       * @description County or state. At most 255 characters.
       * @example Bucuresti
       */
      state?: string;
      /**
       * @description Postal code. At most 64 characters.
       * @example 010101
       */
      postalCode?: string;
      /**
       * @description Street, number and the rest. At most 1024 characters.
       * @example Strada Exemplu 1
       */
      details?: string;
    };
    /**
     * Product
     * @description One kind of thing sold.
     */
    Product: {
      /**
       * @description What it is called. At most 255 characters.
       * @example T-shirt
       */
      name: string;
      /**
       * @description Your code for it. At most 255 characters.
       * @example PROD001
       */
      code?: string;
      /**
       * @description What kind of product it is. At most 255 characters.
       * @example Fashion
       */
      category?: string;
      /**
       * @description Price in major units of the order's currency.
       * @example 200
       */
      price: number;
      /**
       * @description Value added tax in per cent.
       * @example 19
       */
      vat?: number;
    };
    /**
     * Payment to read
     * @description Whose payment, and which. `orderID` alone has been sent by some; whether it finds a payment is not documented.
     */
    StatusRequest: {
      /** @description The point of sale's identifier from the administration console, five groups of four letters and digits; older samples have four groups. */
      posID: components['schemas']['PosSignature'];
      /**
       * @description NETOPIA's identifier of the payment; empty text counts as none. At most 64 characters.
       * @example 2010313
       */
      ntpID?: string;
      /**
       * @description The attempt's identifier; empty text counts as none. At most 64 characters.
       * @example 1042-k3v9q2xw
       */
      orderID?: string;
    };
    /**
     * Authentication to hand over
     * @description The payment, the token of its start, and what the bank's page sent back.
     */
    VerifyAuthRequest: {
      /**
       * @description NETOPIA's identifier of the payment. At most 64 characters.
       * @example 1310396
       */
      ntpID: string;
      /**
       * @description `customerAction.authenticationToken` of the start. At most 4096 characters.
       * @example AUTHTOKEN-example-of-text-that-is-about-150-characters-long
       */
      authenticationToken?: string;
      /**
       * @description Every field that came back to `redirectUrl`, unaltered, `paRes` among them. Without it the payer has cancelled.
       * @example {
       *       "paRes": "PARES-example-of-the-text-that-the-bank-sent-back"
       *     }
       */
      formData: {
        [key: string]: string;
      };
    };
    /**
     * Refund
     * @description Which payment, and how much of it.
     */
    CreditRequest: {
      /**
       * @description NETOPIA's identifier of the payment. At most 64 characters.
       * @example 3022507
       */
      ntpID: string;
      /**
       * @description How much, in major units of the currency that the payment was started with.
       * @example 1
       */
      amount: number;
      /**
       * @description Announced and not in use; leave it out, or send it empty.
       * @example []
       */
      split?: Record<string, never>[];
    };
    /**
     * Payment in instalments to start
     * @description The same as for a card, with the provider as the instrument.
     */
    StartPayLaterRequest: {
      /** @description Where NETOPIA notifies the shop and sends the payer, and how it speaks to the payer. */
      config: components['schemas']['StartConfig'];
      /** @description The provider, and the number of instalments. */
      payment: components['schemas']['PayLaterInput'];
      /** @description One attempt at an order. */
      order: components['schemas']['StartOrder'];
    };
    /**
     * What is paid with
     * @description The provider, and the number of instalments.
     */
    PayLaterInput: {
      /** @description Who lends the money. */
      instrument: components['schemas']['PayLaterInstrument'];
      /** @description Instalments and bonus points of the card. */
      options?: components['schemas']['PaymentOptions'];
      /** @description What 3-D Secure wants to know about the payer's browser, when the card is not left to NETOPIA's page: `BROWSER_USER_AGENT`, `BROWSER_LANGUAGE`, `BROWSER_COLOR_DEPTH`, `BROWSER_SCREEN_HEIGHT`, `BROWSER_SCREEN_WIDTH`, `BROWSER_PLUGINS`, `BROWSER_JAVA_ENABLED`, `BROWSER_TZ`, `BROWSER_TZ_OFFSET`, `OS`, `OS_VERSION`, `MOBILE`, `SCREEN_POINT`, `SCREEN_PRINT`, `IP_ADDRESS`, all as text. */
      data?: components['schemas']['BrowserData'];
    };
    /**
     * Provider
     * @description Who lends the money.
     */
    PayLaterInstrument: {
      /**
       * @description PayPo or Oney.
       * @example bnpl.paypo
       * @enum {string}
       */
      type: 'bnpl.paypo' | 'bnpl.oney';
    };
    /**
     * Payment that the payer came back from
     * @description Which payment it is.
     */
    ReturnPayLaterRequest: {
      /**
       * @description NETOPIA's identifier of the payment. At most 64 characters.
       * @example 1310397
       */
      ntpID: string;
    };
    /**
     * Started payment
     * @description The outcome's code, the payment, and what the payer has to do.
     */
    StartResponse: {
      /** @description The code of the outcome and its text. It is there on success too. */
      error?: components['schemas']['Outcome'];
      /** @description The payment as start and authentication answer it. Unknown members may appear. */
      payment?: components['schemas']['StartedPayment'];
      /** @description Empty when there is nothing to do. Otherwise the browser posts `formData` to `url` as a form, and comes back to `redirectUrl`. */
      customerAction?: components['schemas']['CustomerAction'];
      /** @description Refusals of the gateway carry `code` and `message` here instead of under `error`, some of them with HTTP 200. */
      code?: components['schemas']['FlatCode'];
      /** @description The refusal in words, for people. */
      message?: components['schemas']['FlatMessage'];
    } & {
      [key: string]: unknown;
    };
    /**
     * Payment that was read
     * @description The payment, and the order and settings as they were sent.
     */
    StatusResponse: {
      /** @description The code of the outcome and its text. It is there on success too. */
      error?: components['schemas']['Outcome'];
      /** @description The payment as it is read. Unknown members may appear. */
      payment?: components['schemas']['ReadPayment'];
      /** @description The order as it was sent. Unknown members may appear. */
      order?: components['schemas']['ReadOrder'];
      /** @description Empty when there is nothing to do. Otherwise the browser posts `formData` to `url` as a form, and comes back to `redirectUrl`. */
      customerAction?: components['schemas']['CustomerAction'];
      /** @description The settings as they were sent. Unknown members may appear. */
      config?: components['schemas']['ReadConfig'];
      /** @description The shop as NETOPIA knows it. Unknown members may appear. */
      merchant?: components['schemas']['Merchant'];
      /**
       * @description Instalments through Oney; an empty object in the samples.
       * @example {
       *       "oney": {}
       *     }
       */
      bnpl?: {
        [key: string]: unknown;
      } | null;
      /** @description Refusals of the gateway carry `code` and `message` here instead of under `error`, some of them with HTTP 200. */
      code?: components['schemas']['FlatCode'];
      /** @description The refusal in words, for people. */
      message?: components['schemas']['FlatMessage'];
    } & {
      [key: string]: unknown;
    };
    /**
     * Authenticated payment
     * @description The outcome's code and the payment.
     */
    VerifyAuthResponse: {
      /** @description The code of the outcome and its text. It is there on success too. */
      error?: components['schemas']['Outcome'];
      /** @description The payment as start and authentication answer it. Unknown members may appear. */
      payment?: components['schemas']['StartedPayment'];
      /** @description Refusals of the gateway carry `code` and `message` here instead of under `error`, some of them with HTTP 200. */
      code?: components['schemas']['FlatCode'];
      /** @description The refusal in words, for people. */
      message?: components['schemas']['FlatMessage'];
    } & {
      [key: string]: unknown;
    };
    /**
     * Refunded payment
     * @description The outcome's code and the payment that was paid back.
     */
    CreditResponse: {
      /** @description The code of the outcome and its text. It is there on success too. */
      error?: components['schemas']['Outcome'];
      /** @description The payment that was paid back, under its own identifier. */
      payment?: components['schemas']['CreditedPayment'];
      /** @description Refusals of the gateway carry `code` and `message` here instead of under `error`, some of them with HTTP 200. */
      code?: components['schemas']['FlatCode'];
      /** @description The refusal in words, for people. */
      message?: components['schemas']['FlatMessage'];
    } & {
      [key: string]: unknown;
    };
    /**
     * Payment in instalments
     * @description The outcome's code and the payment.
     */
    ReturnPayLaterResponse: {
      /** @description The code of the outcome and its text. It is there on success too. */
      error?: components['schemas']['Outcome'];
      /** @description The payment as start and authentication answer it. Unknown members may appear. */
      payment?: components['schemas']['StartedPayment'];
      /** @description Refusals of the gateway carry `code` and `message` here instead of under `error`, some of them with HTTP 200. */
      code?: components['schemas']['FlatCode'];
      /** @description The refusal in words, for people. */
      message?: components['schemas']['FlatMessage'];
    } & {
      [key: string]: unknown;
    };
    /**
     * Outcome
     * @description The code of the outcome and its text. It is there on success too.
     */
    Outcome:
      | ({
          /** @description `00` or `0` approved · `16` risk · `17` invalid card number · `18` closed card · `19` expired card · `20` insufficient funds · `21` invalid CVV · `22` wrong CVV or an error of the issuer · `23` order expired · `26` limit of the card · `32` and `33` settings of the shop · `34` not allowed for the card · `35` declined without a reason · `36` antifraud · `37` declined for good · `39` 3-D Secure failed · `56` `orderID` used · `99` refused, see the message · `100` 3-D Secure needed · `101` send the payer to `paymentURL` · `102` locked while 3-D Secure is pending. The list is open. */
          code?: components['schemas']['ErrorCode'];
          /**
           * @description The code in words, for people.
           * @example Approved
           */
          message?: string;
          /**
           * @description What was refused, field by field.
           * @example [
           *       {
           *         "code": "required",
           *         "message": "is required",
           *         "field": "order.billing.email"
           *       }
           *     ]
           */
          details?:
            | {
                [key: string]: unknown;
              }[]
            | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Code
     * @description `00` or `0` approved · `16` risk · `17` invalid card number · `18` closed card · `19` expired card · `20` insufficient funds · `21` invalid CVV · `22` wrong CVV or an error of the issuer · `23` order expired · `26` limit of the card · `32` and `33` settings of the shop · `34` not allowed for the card · `35` declined without a reason · `36` antifraud · `37` declined for good · `39` 3-D Secure failed · `56` `orderID` used · `99` refused, see the message · `100` 3-D Secure needed · `101` send the payer to `paymentURL` · `102` locked while 3-D Secure is pending. The list is open.
     * @example 00
     */
    ErrorCode:
      | '00'
      | '0'
      | '16'
      | '17'
      | '18'
      | '19'
      | '20'
      | '21'
      | '22'
      | '23'
      | '26'
      | '32'
      | '33'
      | '34'
      | '35'
      | '36'
      | '37'
      | '39'
      | '56'
      | '99'
      | '100'
      | '101'
      | '102'
      | (string & {});
    /**
     * Code outside `error`
     * @description Refusals of the gateway carry `code` and `message` here instead of under `error`, some of them with HTTP 200.
     * @example 401
     */
    FlatCode: string;
    /**
     * Message outside `error`
     * @description The refusal in words, for people.
     * @example Unauthorized
     */
    FlatMessage: string;
    /**
     * Status of a payment
     * Format: int32
     * @description Where the payment stands. The list is open, and no status is final for money; a number that is not listed changes nothing.
     * @example 3
     */
    PaymentStatus: number;
    /**
     * NETOPIA's identifier of the payment
     * @description Identifies the payment for every other operation; seven digits in the samples. Some failures come without it.
     * @example 1309088
     */
    PaymentId: string;
    /**
     * Amount
     * @description In major units of the currency beside it.
     * @example 200
     */
    Amount: number;
    /**
     * Currency
     * @description ISO 4217 code. As sent on start, `RON` after settlement.
     * @example RON
     */
    Currency: string;
    /**
     * Payment
     * @description The payment as start and authentication answer it. Unknown members may appear.
     */
    StartedPayment:
      | ({
          /** @description Identifies the payment for every other operation; seven digits in the samples. Some failures come without it. */
          ntpID?: components['schemas']['PaymentId'];
          /** @description Where the payment stands. The list is open, and no status is final for money; a number that is not listed changes nothing. */
          status?: components['schemas']['PaymentStatus'];
          /** @description In major units of the currency beside it. */
          amount?: components['schemas']['Amount'];
          /** @description ISO 4217 code. As sent on start, `RON` after settlement. */
          currency?: components['schemas']['Currency'];
          /**
           * @description The page on which the payer pays. It is there with code 101, and with 19 too; it may be missing.
           * @example https://secure-sandbox.netopia-payments.com/ui/card?p=XXXXX-XXXX-XXXX
           */
          paymentURL?: string;
          /** @description Pays again without the card's number. Keep it like a password; it comes once, and each payment with it brings a new one. */
          token?: components['schemas']['CardToken'];
          /** @description The card that was saved. */
          binding?: components['schemas']['Binding'];
          /** @description What the bank said, as texts by name; `AuthCode`, `BIN`, `ISSUER`, `ISSUER_COUNTRY` and `RRN` in the samples. */
          data?: components['schemas']['AuthorisationData'];
          /** @description A time without a zone; `0001-01-01T00:00:00` means none. */
          operationDate?: components['schemas']['LocalTime'];
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Payment
     * @description The payment as it is read. Unknown members may appear.
     */
    ReadPayment:
      | ({
          /** @description Identifies the payment for every other operation; seven digits in the samples. Some failures come without it. */
          ntpID?: components['schemas']['PaymentId'];
          /** @description Where the payment stands. The list is open, and no status is final for money; a number that is not listed changes nothing. */
          status?: components['schemas']['PaymentStatus'];
          /** @description In major units of the currency beside it. */
          amount?: components['schemas']['Amount'];
          /** @description ISO 4217 code. As sent on start, `RON` after settlement. */
          currency?: components['schemas']['Currency'];
          /**
           * @description What was paid with. At most 255 characters.
           * @example card
           */
          method?: string;
          /**
           * @description What may be paid with.
           * @example [
           *       "card"
           *     ]
           */
          allowedMethods?: string[] | null;
          /** @description Pays again without the card's number. Keep it like a password; it comes once, and each payment with it brings a new one. */
          token?: components['schemas']['CardToken'];
          /** @description The card that was saved. */
          binding?: components['schemas']['Binding'];
          /** @description What is told of the card. */
          instrument?: components['schemas']['CardSeen'];
          /** @description What the bank said, as texts by name; `AuthCode`, `BIN`, `ISSUER`, `ISSUER_COUNTRY` and `RRN` in the samples. */
          data?: components['schemas']['AuthorisationData'];
          /**
           * @description The bank's reference of the payment. At most 255 characters.
           * @example XXXxxxxx
           */
          rrn?: string;
          /** @description A time without a zone; `0001-01-01T00:00:00` means none. */
          operationDate?: components['schemas']['LocalTime'];
          /** @description Instalments and bonus points. */
          options?: components['schemas']['OptionsSeen'];
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Payment
     * @description The payment that was paid back, under its own identifier.
     */
    CreditedPayment:
      | ({
          /** @description Identifies the payment for every other operation; seven digits in the samples. Some failures come without it. */
          ntpID?: components['schemas']['PaymentId'];
          /** @description Where the payment stands. The list is open, and no status is final for money; a number that is not listed changes nothing. */
          status?: components['schemas']['PaymentStatus'];
          /** @description In major units of the currency beside it. */
          amount?: components['schemas']['Amount'];
          /** @description ISO 4217 code. As sent on start, `RON` after settlement. */
          currency?: components['schemas']['Currency'];
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Payment
     * @description The payment as a notification tells it, settled in RON whatever it was started with. Unknown members may appear.
     */
    NotifiedPayment: {
      /** @description Identifies the payment for every other operation; seven digits in the samples. Some failures come without it. */
      ntpID: components['schemas']['PaymentId'];
      /** @description Where the payment stands. The list is open, and no status is final for money; a number that is not listed changes nothing. */
      status: components['schemas']['PaymentStatus'];
      /** @description In major units of the currency beside it. */
      amount?: components['schemas']['Amount'];
      /** @description ISO 4217 code. As sent on start, `RON` after settlement. */
      currency?: components['schemas']['Currency'];
      /**
       * @description What was paid with. At most 255 characters.
       * @example card
       */
      method?: string;
      /** @description `00` or `0` approved · `16` risk · `17` invalid card number · `18` closed card · `19` expired card · `20` insufficient funds · `21` invalid CVV · `22` wrong CVV or an error of the issuer · `23` order expired · `26` limit of the card · `32` and `33` settings of the shop · `34` not allowed for the card · `35` declined without a reason · `36` antifraud · `37` declined for good · `39` 3-D Secure failed · `56` `orderID` used · `99` refused, see the message · `100` 3-D Secure needed · `101` send the payer to `paymentURL` · `102` locked while 3-D Secure is pending. The list is open. */
      code?: components['schemas']['ErrorCode'];
      /**
       * @description The code in words, for people.
       * @example Approved
       */
      message?: string;
      /** @description Pays again without the card's number. Keep it like a password; it comes once, and each payment with it brings a new one. */
      token?: components['schemas']['CardToken'];
      /** @description The card that was saved. */
      binding?: components['schemas']['Binding'];
      /** @description What is told of the card. */
      instrument?: components['schemas']['CardSeen'];
      /** @description What the bank said, as texts by name; `AuthCode`, `BIN`, `ISSUER`, `ISSUER_COUNTRY` and `RRN` in the samples. */
      data?: components['schemas']['AuthorisationData'];
    } & {
      [key: string]: unknown;
    };
    /**
     * Token of the saved card
     * @description Pays again without the card's number. Keep it like a password; it comes once, and each payment with it brings a new one.
     * @example TESTTOKENexample+/A=
     */
    CardToken: string;
    /**
     * Saved card
     * @description The card that was saved.
     */
    Binding:
      | ({
          /** @description Pays again without the card's number. Keep it like a password; it comes once, and each payment with it brings a new one. */
          token?: components['schemas']['CardToken'];
          /**
           * Format: int32
           * @description Month in which the card expires; 0 means unknown.
           * @example 11
           */
          expireMonth?: number;
          /**
           * Format: int32
           * @description Year in which the card expires; 0 means unknown.
           * @example 2030
           */
          expireYear?: number;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Card
     * @description What is told of the card.
     */
    CardSeen:
      | ({
          /**
           * @description The card's number with most digits hidden. At most 255 characters.
           * @example 9****4768
           */
          panMasked?: string;
          /**
           * @description The card's kind. At most 255 characters.
           * @example debit
           */
          panCategory?: string;
          /**
           * @description The bank that issued it. At most 255 characters.
           * @example Netopia GB
           */
          issuer?: string;
          /**
           * Format: int32
           * @description The issuer's country as its ISO 3166-1 number; 0 means unknown.
           * @example 642
           */
          country?: number;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Payment options
     * @description Instalments and bonus points.
     */
    OptionsSeen:
      | ({
          /**
           * Format: int32
           * @description Number of instalments.
           * @example 1
           */
          installments?: number;
          /**
           * Format: int32
           * @description Bonus points used.
           * @example 0
           */
          bonus?: number;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Authorisation
     * @description What the bank said, as texts by name; `AuthCode`, `BIN`, `ISSUER`, `ISSUER_COUNTRY` and `RRN` in the samples.
     * @example {
     *       "AuthCode": "24od",
     *       "BIN": "990000"
     *     }
     */
    AuthorisationData: {
      [key: string]: string;
    } | null;
    /**
     * Time
     * @description A time without a zone; `0001-01-01T00:00:00` means none.
     * @example 2026-11-06T10:38:44
     */
    LocalTime: string;
    /**
     * What the payer has to do
     * @description Empty when there is nothing to do. Otherwise the browser posts `formData` to `url` as a form, and comes back to `redirectUrl`.
     */
    CustomerAction:
      | ({
          /**
           * @description `Authentication3D` in the samples. At most 255 characters.
           * @example Authentication3D
           */
          type?: string;
          /**
           * @description The page to send the payer to.
           * @example https://secure.sandbox.netopia-payments.com/sandbox/authorize
           */
          url?: string;
          /**
           * @description Belongs into the request that finishes the payment. It may be missing. At most 4096 characters.
           * @example AUTHTOKEN-example-of-text-that-is-about-150-characters-long
           */
          authenticationToken?: string;
          /**
           * @description The form's fields, `paReq` and `backUrl` in the samples.
           * @example {
           *       "paReq": "PAREQ-example",
           *       "backUrl": "https://shop.example/netopia/return"
           *     }
           */
          formData?: {
            [key: string]: string;
          } | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Order
     * @description The order as it was sent. Unknown members may appear.
     */
    ReadOrder:
      | ({
          /** @description Identifies the payment for every other operation; seven digits in the samples. Some failures come without it. */
          ntpID?: components['schemas']['PaymentId'];
          /**
           * @description The point of sale's identifier. At most 255 characters.
           * @example AAAA-BBBB-CCCC-DDDD-EEEE
           */
          posSignature?: string;
          /**
           * @description The attempt's identifier. At most 255 characters.
           * @example 1042-k3v9q2xw
           */
          orderID?: string;
          /** @description A time without a zone; `0001-01-01T00:00:00` means none. */
          dateTime?: components['schemas']['LocalTime'];
          /**
           * @description What the payer was shown.
           * @example Order 1042
           */
          description?: string;
          /** @description In major units of the currency beside it. */
          amount?: components['schemas']['Amount'];
          /** @description ISO 4217 code. As sent on start, `RON` after settlement. */
          currency?: components['schemas']['Currency'];
          /** @description An address as it was sent, field by field. Unknown members may appear. */
          billing?: components['schemas']['ReadAddress'];
          /** @description An address as it was sent, field by field. Unknown members may appear. */
          shipping?: components['schemas']['ReadAddress'];
          /**
           * @description Not used any more.
           * @example {
           *       "selected": 0
           *     }
           */
          installments?: {
            [key: string]: unknown;
          } | null;
          /**
           * @description Your own texts by name, as sent.
           * @example {
           *       "cart": "77"
           *     }
           */
          data?: {
            [key: string]: unknown;
          } | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Address
     * @description An address as it was sent, field by field. Unknown members may appear.
     */
    ReadAddress:
      | ({
          /**
           * @description E-mail address.
           * @example payer@example.com
           */
          email?: string;
          /**
           * @description Given name.
           * @example Ana
           */
          firstName?: string;
          /**
           * @description Family name.
           * @example Exemplu
           */
          lastName?: string;
          /**
           * @description Telephone number.
           * @example 0712345678
           */
          phone?: string;
          /**
           * @description Town.
           * @example Bucuresti
           */
          city?: string;
          /**
           * Format: int32
           * @description Country as its ISO 3166-1 number.
           * @example 642
           */
          country?: number;
          /**
           * @description Name of the country.
           * @example Romania
           */
          countryName?: string;
          /**
           * @description County or state.
           * @example Bucuresti
           */
          state?: string;
          /**
           * @description Postal code.
           * @example 010101
           */
          postalCode?: string;
          /**
           * @description Street, number and the rest.
           * @example Strada Exemplu 1
           */
          details?: string;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Settings of the attempt
     * @description The settings as they were sent. Unknown members may appear.
     */
    ReadConfig:
      | ({
          /**
           * @description Where notifications go.
           * @example https://shop.example/netopia/notify
           */
          notifyUrl?: string;
          /**
           * @description Where the payer's browser comes back to.
           * @example https://shop.example/netopia/return
           */
          redirectUrl?: string;
          /**
           * @description Where the payer's browser comes back to after a cancellation.
           * @example https://shop.example/netopia/return
           */
          cancelUrl?: string;
          /**
           * @description Language of the page. At most 255 characters.
           * @example ro
           */
          language?: string;
          /**
           * @description Name of the template of the e-mail to the payer.
           * @example
           */
          emailTemplate?: string;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Shop
     * @description The shop as NETOPIA knows it. Unknown members may appear.
     */
    Merchant:
      | ({
          /**
           * @description Name of the shop's company.
           * @example Shop
           */
          merchantName?: string;
          /**
           * Format: int64
           * @description The point of sale's number, which is not the POS signature that requests call by the same name.
           * @example 0
           */
          posID?: number;
          /**
           * @description Name of the point of sale.
           * @example Shop
           */
          posName?: string;
          /**
           * Format: int32
           * @description Kind of the point of sale; not documented.
           * @example 0
           */
          posType?: number;
          /**
           * @description Address of the shop.
           * @example https://shop.example/
           */
          posUrl?: string;
          /**
           * Format: int32
           * @description Not documented.
           * @example 1
           */
          qrType?: number;
          /**
           * @description Whether the page offers to cancel.
           * @example false
           */
          showCancel?: boolean;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Notification
     * @description What NETOPIA tells the shop about a payment. Only what every source shows is required; unknown members may appear.
     */
    Notification: {
      /** @description The attempt that the payment belongs to. */
      order: components['schemas']['NotifiedOrder'];
      /** @description The payment as a notification tells it, settled in RON whatever it was started with. Unknown members may appear. */
      payment: components['schemas']['NotifiedPayment'];
    } & {
      [key: string]: unknown;
    };
    /**
     * Order
     * @description The attempt that the payment belongs to.
     */
    NotifiedOrder: {
      /**
       * @description The attempt's identifier as it was sent on start. At most 255 characters.
       * @example 1042-k3v9q2xw
       */
      orderID: string;
      /**
       * @description Your own texts by name, as sent on start.
       * @example {
       *       "cart": "77"
       *     }
       */
      data?: {
        [key: string]: unknown;
      } | null;
    } & {
      [key: string]: unknown;
    };
    /**
     * Answer to a notification
     * @description What the shop answers. Integrators were told that the body must hold `errorCode` 0 for the notification to count as delivered.
     */
    NotificationAnswer: {
      /**
       * @description 0: taken note. 1: send it again. 2: never send it again.
       * @example 0
       * @enum {integer}
       */
      errorType: 0 | 1 | 2;
      /**
       * @description 0 when all is well. NETOPIA's own plugins answer null or empty text then, and the payment's status or a number of their own otherwise. At most 64 characters.
       * @example 0
       */
      errorCode: number | string | null;
      /**
       * @description A reason for people. At most 1024 characters.
       * @example
       */
      errorMessage: string;
    };
    /**
     * Problem
     * @description A refused request, in either of the two forms that have been seen.
     */
    Problem: {
      /** @description Refusals of the gateway carry `code` and `message` here instead of under `error`, some of them with HTTP 200. */
      code?: components['schemas']['FlatCode'];
      /** @description The refusal in words, for people. */
      message?: components['schemas']['FlatMessage'];
      /** @description The code of the outcome and its text. It is there on success too. */
      error?: components['schemas']['Outcome'];
    } & {
      [key: string]: unknown;
    };
  };
  responses: {
    /** @description The request breaks a rule, its `orderID` is used up, or the POS signature is wrong. Repeating it as it is does not help. */
    Refused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description The API key is missing, wrong, or of the other environment. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description There is nothing at this address. The live host without `/api` answers so, with an HTML page. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'text/html': string;
      };
    };
    /** @description The server failed. The request may have taken effect; read the payment where its identifier is known. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /**
     * @description A JSON Web Token signed with RS512. `iss` is `NETOPIA Payments`, `aud` holds the shop's POS signature, as text or in a list, and `sub` is the base64 text of the SHA-512 of the body's bytes. NETOPIA signs sandbox and live notifications with the same RSA key of 2048 bits, which its own plugins carry; the shorter key that the console shows belongs to version 1 of the API.
     * @example eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJORVRPUElBIFBheW1lbnRzIn0.c2lnbmF0dXJl
     */
    VerificationToken: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  startPayment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Where to notify, what is paid with, and the order. */
    requestBody: {
      content: {
        'application/json': components['schemas']['StartRequest'];
      };
    };
    responses: {
      /** @description What became of the attempt. Declines and used-up orders come here too. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartResponse'];
        };
      };
      400: components['responses']['Refused'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      '5XX': components['responses']['ServerError'];
    };
  };
  verifyAuthentication: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The payment, the token of its start, and every field that came back, unaltered. */
    requestBody: {
      content: {
        'application/json': components['schemas']['VerifyAuthRequest'];
      };
    };
    responses: {
      /** @description What became of the payment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerifyAuthResponse'];
        };
      };
      400: components['responses']['Refused'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      '5XX': components['responses']['ServerError'];
    };
  };
  getPaymentStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Whose payment, and which. Send `ntpID` wherever you have it. */
    requestBody: {
      content: {
        'application/json': components['schemas']['StatusRequest'];
      };
    };
    responses: {
      /** @description The payment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatusResponse'];
        };
      };
      400: components['responses']['Refused'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      '5XX': components['responses']['ServerError'];
    };
  };
  creditPayment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Which payment, and how much of it. */
    requestBody: {
      content: {
        'application/json': components['schemas']['CreditRequest'];
      };
    };
    responses: {
      /** @description Whether it was accepted. Check code, status and amount. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreditResponse'];
        };
      };
      400: components['responses']['Refused'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      '5XX': components['responses']['ServerError'];
    };
  };
  startPayLater: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The same as for a card, with the provider as the instrument. */
    requestBody: {
      content: {
        'application/json': components['schemas']['StartPayLaterRequest'];
      };
    };
    responses: {
      /** @description What became of the attempt. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartResponse'];
        };
      };
      400: components['responses']['Refused'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      '5XX': components['responses']['ServerError'];
    };
  };
  returnPayLater: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Which payment the payer came back from. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnPayLaterRequest'];
      };
    };
    responses: {
      /** @description The payment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReturnPayLaterResponse'];
        };
      };
      400: components['responses']['Refused'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      '5XX': components['responses']['ServerError'];
    };
  };
}
