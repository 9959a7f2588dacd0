import { defineRoute } from '@/lib/action/define-route';
import { recibirHechos } from '@/lib/mostrador/recibir-hechos';

/** Also while the screen is locked: what was sold is signed, and it should not wait for who comes back. */
export const POST = defineRoute({ run: recibirHechos, limiteBytes: 4 * 1_048_576, durante: ['bloqueada'] });
