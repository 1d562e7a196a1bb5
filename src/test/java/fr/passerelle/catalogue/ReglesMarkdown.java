package fr.passerelle.catalogue;

import java.util.Locale;

/** The catalogue as a page for people. */
final class ReglesMarkdown {

	private ReglesMarkdown() {
	}

	static String ecrire(Catalogue catalogue) {
		StringBuilder page = new StringBuilder(
				"""
						# Règles et messages

						Page écrite à partir de `src/main/resources/messages/*.yaml` et des en-têtes de `mappings/controles/**/*.sql` :
						ne pas la modifier à la main. `{variable}` est remplacée par une valeur du fichier.

						| code | effet | file d'erreur | message | cause | correction |
						|---|---|---|---|---|---|
						""");
		catalogue.regles().forEach((regle) -> page.append(ligne(regle)));
		return page.toString();
	}

	private static String ligne(Regle regle) {
		return String
			.format(Locale.ROOT, "| `%s` | %s | %s | %s | %s | %s |%n", regle.cle(),
					regle.effet().name().toLowerCase(Locale.ROOT), regle.file().name().toLowerCase(Locale.ROOT),
					cellule(regle.titre()), cellule(regle.cause()), cellule(regle.correction()))
			.replace("\r", "");
	}

	private static String cellule(String texte) {
		return texte.replace("|", "\\|");
	}

}
