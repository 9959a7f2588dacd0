import { defineRoute } from '@/lib/action/define-route';
import { abrirGaveta } from '@/lib/caja/abrir-gaveta';

export const POST = defineRoute({ run: abrirGaveta, status: 201 });
