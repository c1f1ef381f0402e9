import { DtcardError } from '../base/errors.js';

/** The builder's URL shows the id without its ending, and that is refused (card-openapi §3.6). @throws E1009 */
export function checkTemplateId(given: string): string {
  const id = given.trim();
  if (id === '' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw new DtcardError('E1009', { params: { template: id } });
  }
  return id;
}
