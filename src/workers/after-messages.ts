const waiting: (() => void)[] = [];
let channel: MessageChannel | undefined;

/**
 * In a worker, calls back once the messages that have arrived were handled. A message to itself comes after those that
 * wait already, and sooner than any timer.
 */
export function afterMessages(then: () => void): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()!();
  }
  waiting.push(then);
  channel.port2.postMessage(undefined);
}
