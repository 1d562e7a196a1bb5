package fr.passerelle.commande;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import fr.passerelle.bilan.InspectionBilans;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.controle.Contexte;
import fr.passerelle.controle.Controle;
import fr.passerelle.controle.Inspections;
import fr.passerelle.controle.Lu;
import fr.passerelle.controle.Verdict;
import fr.passerelle.enveloppe.Document;
import fr.passerelle.enveloppe.Enveloppe;
import fr.passerelle.enveloppe.Limites;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.noyau.RefusException;
import fr.passerelle.noyau.Uai;
import fr.passerelle.source.Lecture;
import org.apache.commons.codec.digest.DigestUtils;

/** Opens, judges and reads one file as a deposit would, with the calendars alone. */
final class Verificateur {

	private final Enveloppe enveloppe;

	private final Controle controle;

	private final Inspections inspections = new Inspections(List.of(InspectionBilans.parDefaut()));

	private final Clock horloge;

	Verificateur(Mappings mappings, Clock horloge) {
		this.enveloppe = new Enveloppe(Limites.parDefaut(), mappings);
		this.controle = new Controle(mappings, Calendriers.lire(mappings));
		this.horloge = horloge;
	}

	Resultat verifier(Path fichier) {
		String nom = fichier.getFileName().toString();
		try (InputStream octets = Files.newInputStream(fichier)) {
			String empreinte = DigestUtils.sha256Hex(octets);
			return verifier(fichier, nom, Files.size(fichier), empreinte);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading " + fichier, ex);
		}
	}

	private Resultat verifier(Path fichier, String nom, long taille, String empreinte) {
		Releve releve = new Releve();
		Verdict verdict;
		try {
			verdict = juger(this.enveloppe.ouvrir(fichier, nom), nom, uaiDuDossier(fichier), releve);
		}
		catch (RefusException ex) {
			verdict = Verdict.illisible(null, ex.constat());
			return new Resultat(nom, taille, empreinte, verdict, Map.of(), List.of());
		}
		return new Resultat(nom, taille, empreinte, verdict, releve.lignes(), releve.constats());
	}

	private Verdict juger(Document document, String nom, String uai, Releve releve) {
		Lu lu = Lu.de(document, nom);
		Verdict verdict = this.inspections
			.completer(this.controle.juger(lu, Contexte.horsLigne(uai, this.horloge.instant())), document);
		if (verdict.accepte()) {
			SourceMapping source = this.controle.source(lu).orElseThrow();
			Lecture lecture = new Lecture(source);
			releve.inconnus(document.lire((xml) -> lecture.lire(xml, releve), (csv) -> lecture.lire(csv, releve)));
		}
		return verdict;
	}

	/** As in the inbox, a folder named after a school says whose its files are. */
	private static String uaiDuDossier(Path fichier) {
		Path dossier = fichier.toAbsolutePath().getParent().getFileName();
		return (dossier != null) ? Uai.lire(dossier.toString()).map(Uai::code).orElse(null) : null;
	}

}
