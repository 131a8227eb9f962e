import type { Caption } from '../charts/kit/export';
import type { AnyExperiment } from '../experiments/experiment';
import type { AnyParameter } from '../experiments/parameters/parameter';
import { textOf } from '../experiments/parameters/values';
import { elementWords as say } from '../words/elements';
import { localizedMathML } from '../words/numbers';
import { spell } from '../words/words';
import { mathText } from './parts/math-text';

/** What a saved picture says of itself, for somebody who finds it without its page. */
export function captionOf(
  title: string,
  experiment: AnyExperiment,
  /** The parameters that apply. */
  settings: readonly AnyParameter[],
  values: Readonly<Record<string, unknown>>,
): Caption {
  const own = settings.filter((one) => (experiment.parameters as readonly AnyParameter[]).includes(one));
  const said = own.map((parameter) => {
    const { name, about, type } = parameter;
    const word = (key: string) => spell({ section: experiment.name, key: `${name}.${key}` });
    const printed = parameter.print(values[name]);
    return say('setting', {
      name: about.unit ? `${word('label')} ${about.unit}` : word('label'),
      value: type.control.kind === 'menu' ? word(textOf(values[name])) : printed,
    });
  });
  const formula = experiment.head ? mathText(localizedMathML(experiment.head(values))) : '';
  return { title, formula, settings: said.join('; ') };
}
