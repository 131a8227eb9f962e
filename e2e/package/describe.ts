import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import type {
  Described,
  DescribedAttribute,
  DescribedElement,
  DescribedInterface,
  Description,
} from '../../src/docs/description.ts';
import type { Parameter } from '../../src/experiments/parameters.ts';
import { classOf, tags } from './entries.ts';
import { heritageOf, interfacesOf, membersOf, tagsOf } from './members.ts';

const root = resolve(import.meta.dirname, '../..');

interface ExperimentSchema {
  name: string;
  title: string;
  problem: string;
  parameters: readonly Parameter[];
  views: Record<string, unknown>;
}

/** Runs a module of the sources here, as it will run in a page. */
export async function load<T>(file: string): Promise<T> {
  return (await runnerImport<T>(resolve(root, file), { configFile: false, logLevel: 'error' })).module;
}

/** What the elements say of themselves: their attributes by the schemas of their experiments, the rest by their comments. */
export async function describeElements(): Promise<Description> {
  const { attributeOf, textOf } = await load<typeof import('../../src/experiments/parameters.ts')>(
    'src/experiments/parameters.ts',
  );
  const { commonParameters } = await load<typeof import('../../src/elements/parameter-properties.ts')>(
    'src/elements/parameter-properties.ts',
  );
  const { DEFAULTS } = await load<typeof import('../../src/charts/kit/palette.ts')>('src/charts/kit/palette.ts');
  const attribute = (parameter: Parameter): DescribedAttribute => ({
    name: parameter.name,
    attribute: attributeOf(parameter.name),
    description: `${parameter.help} Takes ${parameter.taken}.`,
    type: typeOf(parameter),
    default: textOf(parameter.default),
    ...(parameter.type === 'choice' && { values: parameter.choices }),
  });
  const elements = await Promise.all(
    tags.map(async (tag): Promise<DescribedElement> => {
      const { name, title, problem, parameters, views } = await experimentOf(tag);
      const file = `src/elements/${tag}.ts`;
      const { types } = heritageOf(file);
      const [, result] = types;
      const own = membersOf(file);
      const look = membersOf('src/elements/gd-experiment.ts', types);
      const computing = membersOf('src/elements/computing-element.ts', types);
      const attributes = [...parameters, ...commonParameters].map(attribute);
      return {
        tag,
        className: classOf(tag),
        title,
        description: problem,
        attributes,
        properties: [...own.properties, ...computing.properties, ...look.properties].filter(
          ({ name }) => !attributes.some((one) => one.name === name),
        ),
        methods: [...own.methods, ...computing.methods, ...look.methods],
        events: tagsOf('src/elements/computing-element.ts', 'fires'),
        parts: partsOf(file, Object.keys(views)),
        result: interfaceIn(`src/experiments/${name}/run.ts`, result),
      };
    }),
  );
  const fonts = tagsOf('src/elements/gd-experiment.ts', 'cssproperty').map((one) => ({
    ...one,
    default: defaultIn('src/elements/styles', one.name),
  }));
  const colours = Object.entries(DEFAULTS).map(([name, value]) => ({
    name,
    description: `Colour; ${value} where it is not set.`,
    default: value,
  }));
  const contract = ['src/engine/contract.ts', 'src/engine/factorize-task.ts']
    .flatMap(interfacesOf)
    .filter(({ fields }) => fields.length > 0);
  return { elements, styles: [...colours, ...fonts], contract };
}

function interfaceIn(file: string, name: string): DescribedInterface {
  const found = interfacesOf(file).find((one) => one.name === name);
  if (!found) throw new Error(`${file} declares no interface ${name}`);
  return found;
}

async function experimentOf(tag: string): Promise<ExperimentSchema> {
  const name = tag.slice('gd-'.length);
  const exported = Object.values(await load<Record<string, ExperimentSchema>>(`src/experiments/${name}.ts`));
  const experiment = exported.find((value) => value.name === name);
  if (!experiment)
    throw new Error(`src/experiments/${name}.ts exports no experiment named ${name}, which <${tag}> shows`);
  return experiment;
}

/** The parts of all elements, those of this one, and its figures, each of which is a part by its view's name. */
function partsOf(file: string, views: readonly string[]): Described[] {
  return [
    ...tagsOf('src/elements/gd-experiment.ts', 'csspart'),
    ...tagsOf(file, 'csspart'),
    ...views.map((view) => ({ name: view, description: `the figure of the view ${view}` })),
  ];
}

const KIT_STYLES = 'src/charts/kit/kit.css';

/** What stands for a custom property where a page sets none: `var(--gd-font-size, 15px)`. */
function defaultIn(folder: string, name: string): string {
  const files = [
    ...readdirSync(resolve(root, folder)).map((file) => resolve(root, folder, file)),
    resolve(root, KIT_STYLES),
  ];
  const styles = files.map((file) => readFileSync(file, 'utf8'));
  const [, value] = new RegExp(`var\\(${name}, ([^;]*)\\);`).exec(styles.join('\n')) ?? [];
  if (value === undefined) throw new Error(`nothing in ${folder} uses ${name}`);
  return value;
}

function typeOf(parameter: Parameter): string {
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return 'number';
    case 'optional-number':
    case 'optional-integer':
      return 'number | null';
    case 'auto-number':
    case 'auto-integer':
      return "number | 'auto'";
    case 'numbers':
      return 'readonly number[]';
    case 'auto-numbers':
      return "readonly number[] | 'auto'";
    case 'choice':
      return parameter.choices.map((choice) => `'${choice}'`).join(' | ');
    case 'choices':
      return `readonly (${parameter.choices.map((choice) => `'${choice}'`).join(' | ')})[]`;
    case 'formula':
    case 'text':
      return 'string';
  }
}
