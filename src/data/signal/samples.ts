import { CodedError, type Message } from '../../messages';
import { TableError, type Found } from '../table/table-error';
import { fileMessages as say } from './messages';

/**
 * @param largest larger samples are refused
 * @param found how a table was read: a person may have said so many header lines that nothing is left, and can take that back
 * @throws {CodedError} for fewer samples than a signal has, and for one that is no number
 */
export function checkSamples(samples: Float64Array, found?: Found, largest = Infinity): void {
  const refusal = (message: Message) => (found ? new TableError(message, found) : new CodedError(message));
  const { length } = samples;
  if (length === 0) throw refusal(say('noSamples'));
  if (length === 1) throw refusal(say('oneSample'));
  const beyond = samples.findIndex((sample) => Math.abs(sample) > largest && Number.isFinite(sample));
  if (beyond >= 0)
    throw refusal(say('sampleBeyond', { place: beyond + 1, length, value: String(samples[beyond]), most: largest }));
  const bad = samples.findIndex((sample) => !Number.isFinite(sample));
  if (bad >= 0) throw refusal(say('sampleIs', { place: bad + 1, length, value: String(samples[bad]) }));
}
