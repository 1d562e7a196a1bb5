package fr.passerelle.calendrier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One line of a calendar as it is written. */
record AnneeYaml(int annee, String libelle, LocalDate rentree, LocalDate sortie, String provenance,
		@JsonProperty("STS") List<LocalDate> sts, @JsonProperty("SIECLE") List<LocalDate> siecle,
		@JsonProperty("ELEGROUPE") List<LocalDate> elegroupe, @JsonProperty("LSU") List<LocalDate> lsu,
		@JsonProperty("ONDE") List<LocalDate> onde) {

	Annee lire(String fichier) {
		Objects.requireNonNull(this.libelle, "libelle");
		if (this.rentree == null || this.sortie == null || !this.rentree.isBefore(this.sortie)) {
			throw new CalendrierFaux(fichier, this.annee + " : la rentrée ne précède pas la sortie");
		}
		Map<String, Fenetre> fenetres = new TreeMap<>();
		Map.of("STS", ou(this.sts), "SIECLE", ou(this.siecle), "ELEGROUPE", ou(this.elegroupe), "LSU", ou(this.lsu),
				"ONDE", ou(this.onde))
			.forEach((systeme, bornes) -> fenetres.put(systeme, fenetre(fichier, systeme, bornes)));
		return new Annee(new AnneeScolaire(this.annee, this.libelle, this.rentree, this.sortie, this.provenance),
				fenetres);
	}

	private Fenetre fenetre(String fichier, String systeme, List<LocalDate> bornes) {
		if (bornes.size() != 2 || !bornes.get(0).isBefore(bornes.get(1))) {
			throw new CalendrierFaux(fichier,
					this.annee + " : " + systeme + " demande deux dates, [premier jour, dernier jour]");
		}
		return new Fenetre(bornes.get(0), bornes.get(1));
	}

	private static List<LocalDate> ou(List<LocalDate> bornes) {
		return (bornes != null) ? bornes : List.of();
	}

}
