package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** An élève in a group of personal support. */
@XmlAccessorType(XmlAccessType.FIELD)
public class AccPersoEleve {

	@XmlAttribute(name = "acc-perso-groupe-ref")
	public String accPersoGroupeRef;

	public String commentaire;

}
