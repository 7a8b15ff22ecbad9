import { current, locale, textOr } from '../lib/i18n.svelte';

/** ISO 3166. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

/** Of the people who label here, and the large ones beside. */
const LANGUAGES = 'hi en bn mr te ta gu ur kn ml or pa as ne si ar fa id ms fil vi th zh ja ko sw am ha yo es pt fr de it ru uk pl tr';

export const TOOLS = ['category', 'tags', 'box', 'polygon', 'polyline', 'keypoints', 'mask', 'transcript', 'verification'] as const;
export type Tool = (typeof TOOLS)[number];

export interface Choice {
  code: string;
  name: string;
}

function named(codes: string, type: 'region' | 'language'): Choice[] {
  const names = new Intl.DisplayNames([locale()], { type, fallback: 'code' });
  return codes.split(' ').map((code) => ({ code, name: names.of(code) ?? code }));
}

export function countries(): Choice[] {
  return named(COUNTRIES, 'region').sort((a, b) => a.name.localeCompare(b.name, locale()));
}

export function spokenLanguages(): Choice[] {
  return named(LANGUAGES, 'language');
}

export function nameOf(code: string, type: 'region' | 'language'): string {
  return named(code, type)[0]?.name ?? code;
}

/** Where the device seems to be at home. */
export function likelyCountry(): string {
  const region = navigator.languages.map((tag) => new Intl.Locale(tag).region).find((one) => one && COUNTRIES.includes(one));
  return region ?? 'IN';
}

export function likelyLanguages(): string[] {
  return [current()];
}

export function toolName(tool: string): string {
  return textOr(`tool.${tool}`, tool);
}
