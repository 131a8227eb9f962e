import { describe, expect, test } from 'vitest';
import { parseRatings } from './parse';
import type { Ratings } from './ratings';
import type { ColumnMapping } from './source';

const parse = (text: string, columns?: ColumnMapping) => parseRatings(new Blob([text]).stream(), { columns });
const list = ({ rowOf, columnOf, values, userIds, itemIds }: Ratings) =>
  Array.from(values, (value, i) => [userIds![rowOf[i]], itemIds![columnOf[i]], value]);

describe('columns of ratings', () => {
  const rows = [
    ['Anna', 'Faust', 1.5],
    ['Ben', 'Faust', 3],
    ['Anna', 'Emil', 2],
  ];
  const below = (header: string) => `${header}\nAnna;Faust;1,5\nBen;Faust;3\nAnna;Emil;2\n`;

  test.each([
    'Name;Film;Stars',
    'Schüler;Buch;Note',
    'utilisateur;film;note',
    'Élève;livre;Étoiles',
    'userID;artistID;weight',
    'user;item;r_ui',
    'Name;Film;Sterne (1-5)',
    'user;title;rating',
    'user;item;vote',
    'Student;item;points',
    'user;artist;plays',
  ])('are known as %s', async (header) => {
    expect(list(await parse(below(header)))).toEqual(rows);
  });

  test('are known by a comment directly above them', async () => {
    const { fileColumns } = await parse('# rating user item\n4 1 10\n3 1 20\n5 2 10\n');
    expect(fileColumns).toMatchObject({ user: 'user', item: 'item', rating: 'rating' });
  });

  test('that are called in words which mean something else as often are taken beside others alone', async () => {
    const noted = 'user;item;note;rating\n1;10;5;4\n1;20;5;3\n2;10;5;5\n';
    expect([...(await parse(noted)).values]).toEqual([4, 3, 5]);
    await expect(parse(below('name;title;weight'))).rejects.toThrow('there is no column for the users');
    await expect(parse('Date,Name,Rating\n2023-05-01,Alien,4\n2023-05-02,Heat,5\n')).rejects.toThrow(
      'there is no column for the users',
    );
  });

  test.each([
    ['days', (day: number) => `2023-05-0${day}`],
    ['days of Germany', (day: number) => `0${day}.05.2023`],
    ['days with a time', (day: number) => `2023-05-0${day} 10:11:12`],
  ])('without a header are users, items, %s and ratings', async (_, date) => {
    const text = `1,10,${date(1)},4\n1,20,${date(2)},3\n2,10,${date(3)},5\n`;
    expect(list(await parse(text))).toEqual([
      [1, 10, 4],
      [1, 20, 3],
      [2, 10, 5],
    ]);
  });

  test('without a number are refused with what stands above them', async () => {
    const text = 'Time,Name,Film,How?\n5/4/2023 10:11:12,Anna,Alien,good\n5/4/2023 10:12:12,Ben,Alien,bad\n';
    await expect(parse(text)).rejects.toThrow(
      'no column has the numbers that ratings should be; below Time, Name, Film, How? there are words',
    );
  });

  test('below “user” in the corner may be a matrix, and are no ratings of an item “user” once it is one', async () => {
    for (const ids of [
      ['Ann', 'Bob'],
      ['17', '18'],
    ]) {
      const text = `user,Alien,Heat,Up\n${ids[0]},4,,5\n${ids[1]},1,2,3\n`;
      await expect(parse(text)).rejects.toThrow(
        'this may be a matrix, with a row for each user: user, Alien, Heat, Up; choose “matrix”',
      );
      const matrix = await parse(text, { matrix: true });
      expect([matrix.userIds, matrix.itemIds]).toEqual([ids, ['Alien', 'Heat', 'Up']]);
      expect([...matrix.values]).toEqual([4, 5, 1, 2, 3]);
    }
  });
});
