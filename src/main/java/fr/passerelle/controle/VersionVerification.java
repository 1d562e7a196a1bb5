package fr.passerelle.controle;

import java.util.Set;

/** The VERSION of the document is one that was already seen (R090). */
final class VersionVerification implements Verification {

	@Override
	public void verifier(Faits faits, Constats constats) {
		Set<String> connues = faits.source().versions();
		String version = faits.lu().attributs().getOrDefault("VERSION", "absente");
		if (connues.isEmpty() || connues.contains(version)) {
			return;
		}
		String liste = String.join(", ", connues);
		if (faits.source().versionStricte()) {
			constats.refuser(Codes.ILLISIBLE, "variante", "version", "version", version, "liste", liste);
		}
		else {
			constats.remarquer(Codes.VERSION, "version", version, "liste", liste, "fichier", faits.source().libelle());
		}
	}

}
