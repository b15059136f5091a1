/** Whole years lived on a day; null when the year of birth isn't known, or is not over 0. */
export function ageOn(birthday: string, day: Date): number | null {
  const [year = 0, month = 0, date = 0] = birthday.split('-').map(Number);
  if (year === 0) return null;
  const isBeforeBirthday = day.getMonth() + 1 < month || (day.getMonth() + 1 === month && day.getDate() < date);
  const age = day.getFullYear() - year - (isBeforeBirthday ? 1 : 0);
  return age >= 0 && age < 130 ? age : null;
}
