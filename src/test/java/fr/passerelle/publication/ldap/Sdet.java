package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;

/** The schema of part A of the document, beside those of the standards. */
public final class Sdet {

	/** Where everything is. */
	public static final String BASE = "dc=exemple,dc=fr";

	/** The account of the hub. */
	public static final String COMPTE = "cn=passerelle,dc=exemple,dc=fr";

	public static final String MOT_DE_PASSE = "secret-d-essai";

	static final Path FICHIER = Path.of("src/test/resources/ldap/sdet.ldif");

	private Sdet() {
	}

	static Schema schema() {
		try {
			return Schema.mergeSchemas(Schema.getDefaultStandardSchema(), Schema.getSchema(FICHIER.toFile()));
		}
		catch (LDAPException | LDIFException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
