package fr.passerelle.controle;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.noyau.Uai;

/** A recognised document, its name and its circumstances: what the checks look at. */
record Faits(Lu lu, SourceMapping source, Nom nom, Contexte contexte) {

	Faits(Lu lu, SourceMapping source, Contexte contexte) {
		this(lu, source, Nom.lire(source, lu.fichier()), contexte);
	}

	/** The school as the content writes it, right or wrong. */
	String uaiContenu() {
		return entete("uai").findFirst().orElse(null);
	}

	/** The school, from the content, else the name, else the circumstances. */
	Optional<Uai> uai() {
		return Stream.of(uaiContenu(), this.nom.uai(), this.contexte.uaiAnnonce())
			.filter(Objects::nonNull)
			.flatMap((texte) -> Uai.lire(texte).stream())
			.findFirst();
	}

	/** The year as the content writes it. */
	String millesime() {
		return entete("annee").findFirst().orElse(null);
	}

	/** Whether this flow says its year in its content. */
	boolean ditSonAnnee() {
		return this.source.entete().containsKey("annee");
	}

	/** Moment of the export, from the content, else from the name. */
	Optional<LocalDateTime> horodatage() {
		return entete("horodatage").flatMap((texte) -> Horodatages.lire(texte, this.source.formatHorodatage()).stream())
			.findFirst()
			.or(() -> this.nom.moment(this.source));
	}

	private Stream<String> entete(String champ) {
		return this.source.entete()
			.getOrDefault(champ, List.of())
			.stream()
			.map(this.lu.entete()::get)
			.filter(Objects::nonNull);
	}

}
