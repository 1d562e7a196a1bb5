package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** Digital skills of an élève: common texts, his own, his levels (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = { "appreciationNum", "competenceNum" })
public class CompetencesNumeriques {

	@XmlAttribute(name = "comp-num-commun-refs")
	public List<String> compNumCommunRefs;

	@XmlElement(name = "appreciation-num")
	public String appreciationNum;

	@XmlElement(name = "competence-num")
	public List<CompetenceNum> competenceNum;

}
