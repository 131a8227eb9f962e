import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type {
  Described,
  DescribedAttribute,
  DescribedElement,
  DescribedInterface,
  Description,
} from '../src/docs/description.ts';
import type { AnyExperiment } from '../src/experiments/experiment.ts';
import type { AnyParameter } from '../src/experiments/parameters/parameter.ts';
import { classOf, load, loadExperiments, type LoadedSource } from './experiments.ts';
import { interfacesOf, membersOf, tagsOf } from './members.ts';

const root = resolve(import.meta.dirname, '..');
/** The class of all elements. */
const ELEMENT = 'src/elements/experiment-element.ts';
/** What elements have besides that take files of examples. */
const FILES_SHELL = 'src/elements/shell-with-files.ts';

/** What the elements say of themselves: attributes by the experiments' parameters, the rest by comments. */
export async function describeElements(): Promise<Description> {
  const { DEFAULTS } = await load<typeof import('../src/charts/kit/palette.ts')>('src/charts/kit/palette.ts');
  const fonts = tagsOf(ELEMENT, 'cssproperty').map((one) => ({
    ...one,
    default: defaultIn('src/elements/styles', one.name),
  }));
  const colours = Object.entries(DEFAULTS).map(([name, value]) => ({
    name,
    description: `Colour; ${value} where it is not set.`,
    default: value,
  }));
  const elements = (await loadExperiments()).map(describeElement);
  return { elements, styles: [...colours, ...fonts], contract: contract() };
}

function describeElement({ name, experiment, views, heights, common, inEnglish }: LoadedSource): DescribedElement {
  const describeAttribute = ({ name, attribute, about, type, default: value }: AnyParameter): DescribedAttribute => ({
    name,
    attribute,
    description: `${about.help} Takes ${inEnglish(type.takes)}.`,
    type: type.typescript,
    default: type.print(value),
    ...(type.control.kind === 'menu' && { values: type.control.choices }),
  });
  const folder = `src/experiments/${name}`;
  const files = readdirSync(resolve(root, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);
  const members = membersOf(ELEMENT);
  const attributes = [...experiment.parameters, ...common].map(describeAttribute);
  const data = (experiment.data ?? []).map((one: { name: string; help: string; typescript: string }) => ({
    name: one.name,
    description: one.help,
    type: `${one.typescript} | undefined`,
    readonly: false,
  }));
  return {
    tag: `gd-${name}`,
    className: classOf(name),
    title: experiment.title,
    description: experiment.question,
    attributes,
    properties: [
      ...data,
      ...members.properties.filter((member) => !attributes.some((one) => one.name === member.name)),
    ],
    methods: members.methods,
    events: eventsOf(experiment),
    parts: [
      ...partsIn([ELEMENT, ...(experiment.files ? [FILES_SHELL] : []), ...files]),
      ...Object.keys(views).map(partOf),
    ],
    heights,
    result: resultIn(files),
  };
}

/** An experiment that computes at once neither starts nor makes progress, and there is no engine to name. */
function eventsOf({ run }: AnyExperiment): Described[] {
  const all = tagsOf(ELEMENT, 'fires');
  if (run) return all;
  return all
    .filter(({ name }) => !/^gd-(start|progress)$/.test(name))
    .map((event) => ({ ...event, description: event.description.replace(', engine}', '}') }));
}

const partsIn = (files: readonly string[]): Described[] => files.flatMap((file) => tagsOf(file, 'csspart'));
const partOf = (view: string): Described => ({ name: view, description: `the figure of the view ${view}` });

/** The interface of a result: the one whose name ends so. */
function resultIn(files: readonly string[]): DescribedInterface {
  const found = files.flatMap(interfacesOf).find((one) => one.name.endsWith('Result'));
  if (!found) throw new Error(`no interface with a name that ends with Result in ${files.join(', ')}`);
  return found;
}

/** The tasks and results of the engines. */
function contract(): DescribedInterface[] {
  const tasks = readdirSync(resolve(root, 'src/engine'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/task\.ts$/.test(file))
    .sort();
  return ['contract.ts', ...tasks]
    .flatMap((file) => interfacesOf(`src/engine/${file}`))
    .filter(({ fields }) => fields.length > 0);
}

/** What stands for a custom property where a page sets none: `var(--gd-font-size, 15px)`; `none` where only charts read it. */
function defaultIn(folder: string, name: string): string {
  const styles = readdirSync(resolve(root, folder)).map((file) => readFileSync(resolve(root, folder, file), 'utf8'));
  const [, value] = new RegExp(`var\\(${name}, ([^;]*)\\);`).exec(styles.join('\n')) ?? [];
  return value ?? 'none';
}
