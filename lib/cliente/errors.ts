import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** Absent or deleted. */
export class ClienteNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el cliente.');
  }
}

/** Another customer in use has that CI or NIT. */
export class CiNitRepetidoError extends ConflictoError {
  constructor(nombre: string | null) {
    super('ci_nit_repetido', `Ese CI o NIT ya es de ${nombre ?? 'otro cliente'}.`, { ci_nit: 'Ya está registrado.' });
  }
}
