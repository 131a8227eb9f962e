import type { AnyExperiment } from '../experiments/experiment';
import type { Views } from '../experiments/view';
import type { Host, LoadedExperiment, Shown } from './entry';

/** An experiment's code, once it is loaded, as what makes the contents of an element. */
export function show({
  experiment,
  views,
  Shell,
}: {
  experiment: AnyExperiment;
  views: Views;
  Shell: new (host: Host, loaded: LoadedExperiment) => Shown;
}): (host: Host) => Shown {
  return (host) => new Shell(host, { experiment, views });
}
