package fr.passerelle.enveloppe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.RefusException;

/** Makes a document of a content that is XML. */
final class OuvertureXml {

	private final Limites limites;

	private final Connus connus;

	private final LecteurXml lecteur;

	private final Lecteurs relecture;

	OuvertureXml(Limites limites, Connus connus, Lecteurs relecture) {
		this.limites = limites;
		this.connus = connus;
		this.lecteur = new LecteurXml(limites, false);
		this.relecture = relecture;
	}

	Document ouvrir(Contenu contenu, byte[] tete, String nomOriginal) throws IOException {
		Encodage annonce = Encodage.annonce(tete);
		try (OctetsVus octets = this.lecteur.observer(contenu.ouvrir())) {
			Faits faits = null;
			try {
				faits = parcourir(octets, annonce, nomOriginal);
			}
			catch (RefusException ex) {
				if (annonce.corrige(octets).equals(annonce)) {
					throw ex;
				}
				// The announced encoding is wrong: what it is once read right decides.
			}
			Encodage reel = annonce.corrige(octets);
			return reel.equals(annonce) ? document(contenu, reel, faits) : relire(contenu, reel, nomOriginal);
		}
	}

	private Document relire(Contenu contenu, Encodage reel, String nomOriginal) throws IOException {
		try (OctetsVus octets = this.lecteur.observer(contenu.ouvrir())) {
			return document(contenu, reel, parcourir(octets, reel, nomOriginal));
		}
	}

	private Faits parcourir(OctetsVus octets, Encodage encodage, String nomOriginal) {
		Faits faits = this.lecteur.lire(octets, encodage, new ParcoursXml(this.limites, this.connus, nomOriginal));
		this.connus.verifierBlocs(faits);
		return faits;
	}

	private Document document(Contenu contenu, Encodage encodage, Faits faits) {
		List<Constat> remarques = new ArrayList<>(Remarques.encodage(encodage));
		remarques.addAll(Remarques.reenregistrement(encodage, faits));
		if (contenu instanceof Contenu.Nu && Remarques.attendEnArchive(faits.racine())) {
			remarques.add(Constat.de(Codes.XML_NU));
		}
		return new Document(contenu, Nature.XML, encodage, faits, remarques, this.relecture);
	}

}
