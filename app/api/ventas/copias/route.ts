import { defineRoute } from '@/lib/action/define-route';
import { anotarCopia } from '@/lib/recibo/anotar-copia';

export const POST = defineRoute({ run: anotarCopia, status: 201 });
