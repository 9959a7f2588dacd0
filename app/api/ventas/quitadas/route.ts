import { defineRoute } from '@/lib/action/define-route';
import { anotarQuitadas } from '@/lib/recibo/anotar-quitadas';

export const POST = defineRoute({ run: anotarQuitadas, status: 201 });
