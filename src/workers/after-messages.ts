const waiting: (() => void)[] = [];
let channel: MessageChannel | undefined;

/**
 * Calls back once the messages that have arrived were handled, also those of people. A message to itself comes after those
 * that wait already, and sooner than any timer, of which a hidden page has one a second.
 */
export function afterMessages(then: () => void): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()!();
  }
  waiting.push(then);
  channel.port2.postMessage(undefined);
}
