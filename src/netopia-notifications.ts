/**
 * Notifications of the NETOPIA Payments API: verified, and turned into payments.
 *
 * @module
 */
export { NotificationError, netopiaPublicKey, verifyNotification } from './netopia/notifications.js';
export { createNotificationHandler, toNodeListener } from './netopia/notification-handler.js';

export type { Notification, NotificationRequest, RefusalReason, VerifyOptions } from './netopia/notifications.js';
export type {
  HandlerOptions,
  NodeRequest,
  NodeResponse,
  NotificationHandler,
  PaymentEvent,
  PaymentReader,
} from './netopia/notification-handler.js';
