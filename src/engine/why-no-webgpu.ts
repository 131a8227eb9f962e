import { engineMessages as say } from './messages';
import type { Message } from '../messages';

/** Why a page cannot have WebGPU, as far as it is known without asking for an adapter. */
export function whyNoWebGPU(
  page: { navigator?: { gpu?: unknown }; isSecureContext?: boolean } = globalThis,
): Message | undefined {
  if (page.navigator?.gpu) return undefined;
  if (page.isSecureContext === false) return say('insecure');
  return say('noWebGPU');
}
