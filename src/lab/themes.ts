import { registry } from '../registry';

/** What the page says about an experiment besides what the experiment says itself: `section` of `src/experiments/NAME/lab.ts`. */
export interface LabSection {
  /** Experiments of one theme stand together. */
  theme: string;
  /** What to try, in the second person; each with the attributes that set it up, if any. */
  toTry: { text: string; attributes?: Record<string, string> }[];
}

export interface Section extends LabSection {
  tag: string;
}

export interface Theme {
  title: string;
  sections: Section[];
}

const written = import.meta.glob<{ section: LabSection }>('../experiments/*/lab.ts', { eager: true });

/** The page, by theme, in the order of the registry. An experiment of which nothing is written stands with the others like it. */
export const themes: Theme[] = [];
for (const tag of Object.keys(registry)) {
  const section = {
    tag,
    ...(written[`../experiments/${tag.slice('gd-'.length)}/lab.ts`]?.section ?? {
      theme: 'More experiments',
      toTry: [],
    }),
  };
  const theme = themes.find(({ title }) => title === section.theme);
  if (theme) theme.sections.push(section);
  else themes.push({ title: section.theme, sections: [section] });
}
