import { CodedError } from '../../messages';
import { fileMessages as say } from './messages';

/** @throws {CodedError} for fewer samples than a signal has, and for one that is no number */
export function checkSamples(samples: Float64Array): void {
  const { length } = samples;
  if (length === 0) throw new CodedError(say('noSamples'));
  if (length === 1) throw new CodedError(say('oneSample'));
  const bad = samples.findIndex((sample) => !Number.isFinite(sample));
  if (bad >= 0) throw new CodedError(say('sampleIs', { place: bad + 1, length, value: String(samples[bad]) }));
}
