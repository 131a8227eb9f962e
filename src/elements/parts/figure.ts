import { html, nothing, type TemplateResult } from 'lit';
import { elementWords as say } from '../../words/elements';
import { watchMenu } from './menu';
import type { Format, Told } from './saving';

/** One view of an element: a picture with its title, what can be done with it, and its text. */
export interface FigureContent {
  view: string;
  title: string;
  /** How to read the picture, and what to do with it. */
  hint: string;
  /** Controls that belong to this picture alone. */
  tools: unknown;
  /** Why entries of the picture's own fields are refused. */
  refused: unknown;
  /** Saves the picture or its data; undefined while there is none. */
  save?: (format: Format) => Promise<Told>;
  /** The page of the lab with the present settings; undefined where the lab is not known. */
  labAddress: () => Promise<string | undefined>;
  isBusy: boolean;
  /** Says that the picture is of earlier settings, where it is. */
  outdated: string;
  /** About how high the picture is going to be, in pixels. */
  room: number;
  /** Keeps its room and is not seen yet. */
  waits: boolean;
}

const FORMATS = [
  ['svg', 'pictureAs'],
  ['png', 'pictureAs'],
  ['csv', 'dataAs'],
  ['json', 'dataAs'],
  ['html', 'copyMarkup'],
  ['frame', 'copyFrame'],
] as const;

/** The frame of a view; the chart itself is drawn into `.chart` afterwards, and told in words in `.summary`. */
export function renderFigure({
  view,
  title,
  hint,
  tools,
  refused,
  save,
  labAddress,
  isBusy,
  outdated,
  room,
  waits,
}: FigureContent): TemplateResult {
  return html`
    <figure class="view" part="view ${view}" data-view=${view} aria-labelledby="title-${view}" aria-busy=${isBusy ? 'true' : 'false'} ?data-waits=${waits} .style=${`--_room: ${room}px`}>
      <div class="view-head">
        <h3 id="title-${view}" part="view-title">${title}</h3>
        ${save ? renderMenu(title, save, labAddress) : nothing}
      </div>
      <p class="hint">${hint}</p>
      ${tools} ${refused}
      ${outdated ? html`<p class="outdated"><span>${outdated}</span></p>` : nothing}
      <div class="chart" part="chart"></div>
      <figcaption class="summary"></figcaption>
    </figure>
  `;
}

function renderMenu(
  title: string,
  save: NonNullable<FigureContent['save']>,
  labAddress: FigureContent['labAddress'],
): TemplateResult {
  const pick = (event: Event, format: (typeof FORMATS)[number][0]) => {
    const menu = (event.target as Element).closest('details')!;
    menu.open = false;
    menu.querySelector('summary')!.focus();
    void save(format).then((came) => came && tell(menu.previousElementSibling!, say(came)));
  };
  // What leads to the lab is worked out as the menu opens: the settings change far more often.
  const open = async (event: Event) => {
    const menu = event.currentTarget as HTMLElement;
    watchMenu(event);
    const address = await labAddress();
    for (const item of menu.querySelectorAll<HTMLElement>('.to-lab')) item.hidden = address === undefined;
    if (address !== undefined) menu.querySelector('a')!.href = address;
  };
  return html`
    <span class="copied" role="status"></span>
    <details class="menu" @toggle=${open}>
      <summary aria-label=${say('saveOf', { title })}>${say('save')}</summary>
      <div class="menu-items">
        ${FORMATS.map(
          ([format, words]) =>
            html`<button type="button" class=${format === 'frame' ? 'to-lab' : nothing} ?hidden=${format === 'frame'} @click=${(event: Event) => pick(event, format)}>${words === 'copyMarkup' || words === 'copyFrame' ? say(words) : say(words, { format: format.toUpperCase() })}</button>`,
        )}
        <a class="to-lab" hidden target="_blank" rel="noopener">${say('openInLab')}</a>
      </div>
    </details>
  `;
}

const TOLD_MILLISECONDS = 4000;

/** Says for a moment what came of it. */
function tell(place: Element, text: string): void {
  place.textContent = text;
  setTimeout(() => (place.textContent = ''), TOLD_MILLISECONDS);
}
