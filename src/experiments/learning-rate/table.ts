import { chartRoot, drawTable, type Chart, type TableCell } from '../../charts/kit';
import { isSheets, PRINTED } from './parameters';
import { iterates } from './iterates';
import { format, letterOf, shownRuns, summarizeEnds, type Picture } from './picture';
import { say } from './words';

/** No more rows than these: all of them are in the exported data. */
const MOST_ROWS = 41;

/** The iterates and slopes of each run, beside what the sheet prints. */
export const table: Chart<Picture> = {
  draw(container, data) {
    const { problem, steps, run, hidesAnswers } = data;
    const { parameters } = problem;
    const variable = letterOf(problem);
    const head = (text: string, rest: Partial<TableCell> = {}): TableCell => ({ text, isHead: true, ...rest });
    const groups = shownRuns(data).map((one) => {
      const printed = !hidesAnswers && isSheets(parameters) ? PRINTED[one.learningRate] : undefined;
      const now = one === run && steps < parameters.iterations ? steps : -1;
      return {
        title: head(say('rate', { rate: format(one.learningRate) }), { span: printed ? 3 : 2, look: 'gd-first' }),
        columns: [
          head(variable, { look: 'gd-first' }),
          head(say('slope', { variable })),
          ...(printed ? [head(say('sheet'))] : []),
        ],
        cells(k: number): TableCell[] {
          const [w, slope] = [one.iterates[k], one.slopes[k]].map((value) =>
            value === undefined ? '' : format(value),
          );
          const chosen = k === now ? 'gd-chosen' : '';
          const said = printed?.[k - 1];
          const isWrong = said !== undefined && said !== one.iterates[k];
          const title = isWrong ? say('wrong', { printed: format(said), computed: w }) : undefined;
          return [
            { text: w, look: `gd-first ${chosen}` },
            { text: slope, look: chosen },
            ...(printed
              ? [{ text: said === undefined ? '' : format(said), look: isWrong ? 'gd-wrong' : '', title }]
              : []),
          ];
        },
      };
    });
    drawTable(chartRoot(container), {
      label: say('label'),
      head: [
        [{ text: '' }, ...groups.map(({ title }) => title)],
        [head('k'), ...groups.flatMap(({ columns }) => columns)],
      ],
      body: Array.from({ length: Math.min(parameters.iterations + 1, MOST_ROWS) }, (_, k) => [
        head(String(k)),
        ...groups.flatMap(({ cells }) => cells(k)),
      ]),
    });
  },
  summarize: summarizeEnds,
  table: iterates.table,
};
