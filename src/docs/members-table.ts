import { escapeHtml, table } from './blocks';
import type { DescribedMember } from './description';
import type { Html } from './page';

/** A table of properties, or of the fields of plain data. */
export function membersTable(label: string, members: readonly DescribedMember[]): Html {
  return table(
    label,
    ['Name', 'What it is', 'Type'],
    members.map(({ name, description, type, readonly }) => [
      `<code>${escapeHtml(name)}</code>`,
      commentAsHtml(description || PLAIN[name] || ''),
      `<code class="type">${escapeHtml(type)}</code>${readonly || label.startsWith('Fields') ? '' : ' (to be set)'}`,
    ]),
  );
}

/** Fields that need no comment where they are declared, as their names say it. */
const PLAIN: Record<string, string> = {
  engine: 'Where it was computed.',
  count: 'How many.',
  low: 'The lower end.',
  high: 'The upper end.',
  starts: 'Where descent starts from.',
  iterations: 'How many updates.',
  learningRate: 'Above 0.',
  frames: 'How many iterates are kept.',
};

/** A comment as HTML: what stands in backticks is code. */
export function commentAsHtml(comment: string): Html {
  return escapeHtml(comment).replace(/`([^`]+)`/g, '<code>$1</code>');
}
