ALTER TABLE "sesion_acceso" ADD COLUMN "id_sesion_caja" integer;--> statement-breakpoint
ALTER TABLE "sesion_acceso" ADD CONSTRAINT "sesion_acceso_pin" CHECK (("sesion_acceso"."nivel" = 'pin') = ("sesion_acceso"."id_sesion_caja" is not null));--> statement-breakpoint
-- Written by hand: in db/schema the two files would import each other.
ALTER TABLE "sesion_acceso" ADD CONSTRAINT "sesion_acceso_id_sesion_caja_fk" FOREIGN KEY ("id_sesion_caja") REFERENCES "sesion_caja"("id");
