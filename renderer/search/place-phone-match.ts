export interface Mark {
  readonly start: number;
  readonly length: number;
}

/**
 * Where the digits marked in one writing of a phone stand in another: "+34|663|..." in "663 51 ...". Counted from the
 * right, because the country code or a trunk zero comes and goes on the left. Null when none of them is shown.
 */
export function placePhoneMatch(from: string, to: string, mark: Mark): Mark | null {
  const isMarked = digitPlaces(from).map((place) => place >= mark.start && place < mark.start + mark.length);
  const shown = digitPlaces(to);
  const offset = isMarked.length - shown.length;
  const places = shown.filter((_place, index) => isMarked[index + offset] === true);
  const [first] = places;
  const last = places.at(-1);
  return first === undefined || last === undefined ? null : { start: first, length: last - first + 1 };
}

function digitPlaces(text: string): readonly number[] {
  return [...text.matchAll(/\d/g)].map((match) => match.index);
}
