import {specialties} from '../model/specialties.ts'
import {foldedWords} from './words.ts'

/** What a code or a name of a specialty stands for here. */
export interface FoundSpecialty {
  /** `other` where no specialty of the schemas stands for it. */
  readonly specialty: string
  /** Left out where it does not follow from the code, as of a nurse practitioner. */
  readonly role?: 'primaryCare' | 'specialist'
}

/**
 * Specialty by the first four characters of a NUCC taxonomy code, where the codes after it are of the
 * same field. Source: NUCC code set; CMS crosswalk of Medicare specialty codes to taxonomy codes.
 */
const byField: Readonly<Record<string, string>> = {
  '207K': 'allergy-immunology',
  '207L': 'anesthesiology',
  '207N': 'dermatology',
  '207P': 'emergency-medicine',
  '207Q': 'family-medicine',
  '207T': 'neurosurgery',
  '207V': 'obstetrics-gynecology',
  '207W': 'ophthalmology',
  '207X': 'orthopedics',
  '207Y': 'otolaryngology',
  '207Z': 'pathology',
  '2081': 'physical-medicine',
  '2082': 'plastic-surgery',
  '2088': 'urology',
  '208C': 'colorectal-surgery',
  '208G': 'thoracic-surgery',
  '208M': 'hospital-medicine',
  '208V': 'pain-medicine',
  '213E': 'podiatry',
}

/** Codes of fields that are many specialties, and those that leave their field. */
const byCode: ReadonlyMap<string, string> = new Map(
  (
    [
      ['addiction-medicine', '207LA0401X 207QA0401X 207RA0401X 2084P0802X 2084A0401X 2083A0300X'],
      ['allergy-immunology', '207RA0201X'],
      ['cardiology', '207RC0000X 207RC0001X 207RI0011X 207RA0001X'],
      ['critical-care', '207LC0200X 207RC0200X 207VC0200X 2086S0102X'],
      ['endocrinology', '207RE0101X'],
      ['gastroenterology', '207RG0100X 207RI0008X 207RT0003X'],
      ['general-surgery', '208600000X 2086S0127X'],
      ['geriatrics', '207QG0300X 207RG0300X'],
      ['hematology-oncology', '207RH0000X 207RH0003X 207RX0202X'],
      ['infectious-disease', '207RI0200X'],
      ['internal-medicine', '207R00000X 207RA0000X 207RB0002X'],
      ['interventional-radiology', '2085R0204X'],
      ['nephrology', '207RN0300X'],
      ['neurology', '2084N0400X 2084N0402X 2084N0600X 2084N0008X 2084V0102X 2084E0001X 2084A2900X'],
      ['occupational-medicine', '2083X0100X 2083P0500X'],
      ['pain-medicine', '207LP2900X 2081P2900X 2084P2900X'],
      ['palliative-care', '207LH0002X 207PH0002X 207QH0002X 207RH0002X 207VH0002X'],
      ['palliative-care', '2081H0002X 2084H0002X 2086H0002X'],
      ['pediatrics', '208000000X 2080A0000X'],
      ['plastic-surgery', '2086S0122X'],
      ['psychiatry', '2084P0800X 2084P0804X 2084P0805X 2084P0015X 2084F0202X'],
      ['pulmonology', '207RP1001X'],
      ['radiation-oncology', '2085R0001X'],
      ['radiology', '2085R0202X 2085B0100X 2085N0700X 2085D0003X'],
      ['rheumatology', '207RR0500X'],
      ['sleep-medicine', '207QS1201X 207RS0012X 207YS0012X 2084S0012X'],
      ['sports-medicine', '207PS0010X 207QS0010X 207RS0010X 207XX0005X 2081S0010X 2083S0010X'],
      ['vascular-surgery', '2086S0129X'],
    ] as const
  ).flatMap(([specialty, codes]) => codes.split(' ').map((it) => [it, specialty] as const)),
)

/** Codes of physicians who give primary care; every other physician's code is of a specialist. */
const primaryCodes = new Set(
  '207Q00000X 207QA0000X 207QA0505X 207QG0300X 207R00000X 207RA0000X 207RG0300X 208000000X 2080A0000X 208D00000X'.split(
    ' ',
  ),
)

/** Specialties whose physicians give primary care, where nothing but the specialty is known. */
const primarySpecialties = new Set([
  'family-medicine',
  'geriatrics',
  'internal-medicine',
  'pediatrics',
])

/** Names of CMS for its Medicare specialty codes, where they are not ours. */
const byName: ReadonlyMap<string, string> = new Map(
  (
    [
      ['allergy-immunology', 'allergy immunology; allergy and immunology; allergist'],
      ['cardiac-surgery', 'cardiac surgery'],
      ['cardiology', 'cardiovascular disease cardiology; cardiovascular disease; cardiologist'],
      ['cardiology', 'cardiac electrophysiology; clinical cardiac electrophysiology'],
      ['cardiology', 'interventional cardiology'],
      ['cardiology', 'advanced heart failure and transplant cardiology'],
      ['colorectal-surgery', 'colorectal surgery proctology; colon and rectal surgery'],
      ['critical-care', 'critical care intensivists; critical care medicine'],
      ['endocrinology', 'endocrinology diabetes and metabolism'],
      ['family-medicine', 'family practice; family physician'],
      ['geriatrics', 'geriatric medicine'],
      ['hematology-oncology', 'hematology oncology; hematology; medical oncology'],
      ['hospital-medicine', 'hospitalist'],
      ['internal-medicine', 'internist'],
      ['obstetrics-gynecology', 'obstetrics gynecology; obstetrics and gynecology; ob gyn; obgyn'],
      ['orthopedics', 'orthopedic surgery; orthopaedic surgery; orthopaedics'],
      ['otolaryngology', 'ent; ear nose and throat'],
      ['pain-medicine', 'pain management; interventional pain management'],
      ['palliative-care', 'hospice palliative care; hospice and palliative care'],
      ['pediatrics', 'pediatric medicine; pediatrician'],
      ['physical-medicine', 'physical medicine and rehabilitation'],
      ['plastic-surgery', 'plastic and reconstructive surgery'],
      ['pulmonology', 'pulmonary disease; pulmonary medicine'],
      ['radiology', 'diagnostic radiology'],
      ['general-surgery', 'surgery'],
    ] as const
  ).flatMap(([specialty, names]) => names.split('; ').map((it) => [it, specialty] as const)),
)

/** What CMS calls people and physicians for whom the schemas have no specialty. */
const others = new Set(
  (
    'nurse practitioner; physician assistant; clinical social worker; licensed clinical social worker; ' +
    'physical therapist in private practice; occupational therapist in private practice; ' +
    'certified registered nurse anesthetist crna; mental health counselor; optometry; chiropractic; ' +
    'clinical psychologist; psychologist clinical; certified nurse midwife cnm; certified nurse midwife; ' +
    'osteopathic manipulative medicine; qualified audiologist; audiologist; ' +
    'registered dietitian or nutrition professional; qualified speech language pathologist; ' +
    'speech language pathologist; marriage and family therapist; hand surgery; gynecological oncology; ' +
    'surgical oncology; oral surgery; maxillofacial surgery; certified clinical nurse specialist cns; ' +
    'certified clinical nurse specialist; micrographic dermatologic surgery mds; ' +
    'medical genetics and genomics; geriatric psychiatry; undersea and hyperbaric medicine; ' +
    'general practice; nuclear medicine; preventive medicine; neuropsychiatry; medical toxicology; ' +
    'peripheral vascular disease; dentist; anesthesiology assistant; dental anesthesiology; ' +
    'hematopoietic cell transplantation and cellular therapy; epileptologists; other'
  ).split('; '),
)

/** Physicians among them: of these alone it is known that they are specialists. */
const otherSpecialists = new Set(
  (
    'hand surgery; gynecological oncology; surgical oncology; oral surgery; maxillofacial surgery; ' +
    'micrographic dermatologic surgery mds; medical genetics and genomics; geriatric psychiatry; ' +
    'undersea and hyperbaric medicine; nuclear medicine; neuropsychiatry; medical toxicology; ' +
    'peripheral vascular disease; hematopoietic cell transplantation and cellular therapy'
  ).split('; '),
)

/** Specialty of a taxonomy code that has the form of one. */
export function specialtyOfCode(code: string): FoundSpecialty {
  const isPhysician = /^20[2478]|^213E/.test(code)
  const specialty = byCode.get(code) ?? byField[code.slice(0, 4)] ?? 'other'
  if (!isPhysician) return {specialty: 'other'}
  return {specialty, role: primaryCodes.has(code) ? 'primaryCare' : 'specialist'}
}

/** Specialty of a name as CMS, a spreadsheet or the schemas write it; undefined where none fits. */
export function specialtyOfName(name: string): FoundSpecialty | undefined {
  const words = foldedWords(name.replace(/^physician\//i, '').replaceAll('&', ' and '))
  const own = words.replaceAll(' ', '-')
  const specialty = specialties.includes(own) ? own : byName.get(words)
  if (specialty !== undefined && specialty !== 'other')
    return {specialty, role: primarySpecialties.has(specialty) ? 'primaryCare' : 'specialist'}
  if (!others.has(words)) return undefined
  return {specialty: 'other', ...(otherSpecialists.has(words) ? {role: 'specialist' as const} : {})}
}
