import { defineMessages, type Message } from '../messages';
import type { AnyExperiment } from './experiment';
// By its file: what all elements load is not to reach the formulas.
import { defineParameterWords } from './parameters/words';
import type { Views } from './view';

/** Defines an experiment's texts as a section of the words, so that a page can say them in its own language. */
export function defineExperimentWords(experiment: AnyExperiment, views: Views): void {
  const texts: Record<string, string> = { title: experiment.title, question: experiment.question };
  for (const { name, help } of experiment.data ?? []) texts[`${name}.help`] = help;
  defineParameterWords(experiment.name, experiment.parameters);
  for (const [view, { title, hint, theory, invitation }] of Object.entries(views)) {
    texts[`${view}.title`] = title;
    texts[`${view}.hint`] = hint;
    if (theory) texts[`${view}.theory`] = theory;
    if (invitation) texts[`${view}.invitation`] = invitation;
  }
  defineMessages(experiment.name, texts);
}

/** A text of an experiment, by its derived key: `starts.label`, `histogram.title`. */
export const textOfExperiment = (experiment: { name: string }, key: string): Message => ({
  section: experiment.name,
  key,
});
