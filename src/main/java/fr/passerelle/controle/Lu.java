package fr.passerelle.controle;

import java.util.List;
import java.util.Map;

import fr.passerelle.enveloppe.Document;
import fr.passerelle.enveloppe.Nature;
import fr.passerelle.noyau.Constat;

/**
 * What was read of a deposited document.
 *
 * @param fichier name given by the sender
 * @param archive whether it came in an archive
 * @param nomEntree name of the document itself
 * @param racine root element; empty for CSV
 * @param entete what is below PARAMETRES
 * @param comptes how many of each element
 * @param titres titles of the columns of a CSV file, in their order; empty for XML
 */
public record Lu(String fichier, boolean archive, String nomEntree, String racine, Map<String, String> attributs,
		Map<String, String> entete, Map<String, Long> comptes, List<Constat> remarques, List<String> titres) {

	public Lu {
		attributs = Map.copyOf(attributs);
		entete = Map.copyOf(entete);
		comptes = Map.copyOf(comptes);
		remarques = List.copyOf(remarques);
		titres = List.copyOf(titres);
	}

	/** The facts of an opened document. */
	public static Lu de(Document document, String fichier) {
		boolean csv = document.nature() == Nature.CSV;
		return new Lu(fichier, document.archive(), document.nomEntree(), document.racine(), document.attributsRacine(),
				csv ? Map.of() : document.entete(), document.comptes(), document.remarques(),
				csv ? List.copyOf(document.entete().values()) : List.of());
	}

}
