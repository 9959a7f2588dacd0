CREATE UNLOGGED TABLE "clave_efimera" (
	"clave" text PRIMARY KEY NOT NULL,
	"valor" text NOT NULL,
	"expira_en" timestamp with time zone NOT NULL
);
